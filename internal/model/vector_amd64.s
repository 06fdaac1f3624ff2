#include "textflag.h"

DATA wide<>+0(SB)/4, $0x7fffffff
DATA wide<>+4(SB)/4, $0x3f800000 // 1
DATA wide<>+8(SB)/4, $0x42fe0000 // 127
DATA wide<>+12(SB)/4, $0x80808080
DATA wide<>+16(SB)/4, $0xff800000 // below all numbers
DATA wide<>+20(SB)/4, $0x3f000000 // one half
GLOBL wide<>(SB), RODATA|NOPTR, $24

// func quantize512(q *byte, x *float32, k int) float32
// k is a multiple of 32.
TEXT ·quantize512(SB), NOSPLIT, $0-28
	MOVQ q+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ k+16(FP), CX
	VPBROADCASTD wide<>+0(SB), Z13
	VPXORD Z0, Z0, Z0
	VPXORD Z2, Z2, Z2
	XORQ AX, AX
loopmax:
	VPANDD (SI)(AX*4), Z13, Z1
	VPANDD 64(SI)(AX*4), Z13, Z3
	VMAXPS Z1, Z0, Z0
	VMAXPS Z3, Z2, Z2
	ADDQ $32, AX
	CMPQ AX, CX
	JLT loopmax
	VMAXPS Z2, Z0, Z0
	VEXTRACTF64X4 $1, Z0, Y1
	VMAXPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VMAXPS X1, X0, X0
	VXORPS X1, X1, X1
	VUCOMISS X1, X0
	JNE nonzero
	VMOVSS wide<>+4(SB), X0
nonzero:
	VMOVSS wide<>+8(SB), X2
	VDIVSS X0, X2, X3 // 127/top
	VDIVSS X2, X0, X4 // top/127
	VMOVSS X4, ret+24(FP)
	VBROADCASTSS X3, Z3
	VPBROADCASTD wide<>+12(SB), X5
	XORQ AX, AX
loopq:
	VMULPS (SI)(AX*4), Z3, Z0
	VMULPS 64(SI)(AX*4), Z3, Z1
	VCVTPS2DQ Z0, Z0
	VCVTPS2DQ Z1, Z1
	VPMOVSDB Z0, X0
	VPMOVSDB Z1, X1
	VPXOR X5, X0, X0
	VPXOR X5, X1, X1
	VMOVDQU X0, (DI)(AX*1)
	VMOVDQU X1, 16(DI)(AX*1)
	ADDQ $32, AX
	CMPQ AX, CX
	JLT loopq
	VZEROUPPER
	RET

// func best512(v *float32, n int) int
// The place of the first of the largest numbers.
TEXT ·best512(SB), NOSPLIT, $0-24
	MOVQ v+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS wide<>+16(SB), Z0
	VMOVAPS Z0, Z4
	MOVQ CX, DX
	ANDQ $-16, DX // where the last, masked step begins
	ANDQ $15, CX
	MOVL $1, AX
	SHLL CX, AX
	DECL AX
	KMOVW AX, K1
	XORQ AX, AX
	JMP testmax
loopm:
	VMAXPS (SI)(AX*4), Z0, Z0
	ADDQ $16, AX
testmax:
	CMPQ AX, DX
	JLT loopm
	VMOVAPS Z4, Z1
	VMOVUPS (SI)(DX*4), K1, Z1
	VMAXPS Z1, Z0, Z0
	VEXTRACTF64X4 $1, Z0, Y1
	VMAXPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VMAXPS X1, X0, X0
	VBROADCASTSS X0, Z0
	XORQ AX, AX
	JMP testfind
loopf:
	VCMPPS $0, (SI)(AX*4), Z0, K2
	KMOVW K2, BX
	TESTL BX, BX
	JNZ got
	ADDQ $16, AX
testfind:
	CMPQ AX, DX
	JLT loopf
	VMOVAPS Z4, Z1
	VMOVUPS (SI)(DX*4), K1, Z1
	VCMPPS $0, Z1, Z0, K2
	KMOVW K2, BX
	TESTL BX, BX
	JZ none
got:
	BSFL BX, BX
	ADDQ BX, AX
	MOVQ AX, ret+16(FP)
	VZEROUPPER
	RET
none: // only where no number compares: they are no numbers
	MOVQ $0, ret+16(FP)
	VZEROUPPER
	RET

// func pairs256(out, a, b *float32, n int)
// out[i] = max(a[i] + b[i], 0), out[n+i] = a[i] b[i].
TEXT ·pairs256(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ n+24(FP), CX
	LEAQ (DI)(CX*4), R8
	VXORPS Y4, Y4, Y4
	XORQ AX, AX
loopp:
	VMOVUPS (SI)(AX*4), Y0
	VMOVUPS (DX)(AX*4), Y1
	VADDPS Y1, Y0, Y2
	VMULPS Y1, Y0, Y3
	VMAXPS Y4, Y2, Y2
	VMOVUPS Y2, (DI)(AX*4)
	VMOVUPS Y3, (R8)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT loopp
	VZEROUPPER
	RET

// func widen256(dst *float32, src *byte, n int, scale float32)
// dst[i] = scale times the int8 src[i].
TEXT ·widen256(SB), NOSPLIT, $0-28
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y4
	XORQ AX, AX
loopw:
	VPMOVSXBD (SI)(AX*1), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y4, Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT loopw
	VZEROUPPER
	RET

DATA exps<>+0(SB)/4, $0x3fb8aa3b // log2e
DATA exps<>+4(SB)/4, $0xc1400000 // -12
DATA exps<>+8(SB)/4, $0x3f318000 // ln2Hi
DATA exps<>+12(SB)/4, $0xb95e8083 // ln2Lo
DATA exps<>+16(SB)/4, $0x39506967 // expA
DATA exps<>+20(SB)/4, $0x3ab743ce // expB
DATA exps<>+24(SB)/4, $0x3c088908 // expC
DATA exps<>+28(SB)/4, $0x3d2aa9c1 // expD
DATA exps<>+32(SB)/4, $0x3e2aaaaa // expE
DATA exps<>+36(SB)/4, $0x3f000000 // expF
DATA exps<>+40(SB)/4, $0x3f800000 // 1
GLOBL exps<>(SB), RODATA|NOPTR, $44

// func mass512(v *float32, n int, top, warmth float32) float32
// The numbers and the order of massGo.
TEXT ·mass512(SB), NOSPLIT, $0-28
	MOVQ v+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS top+16(FP), Z16
	VBROADCASTSS warmth+20(FP), Z17
	VBROADCASTSS exps<>+0(SB), Z18
	VBROADCASTSS exps<>+4(SB), Z19
	VBROADCASTSS exps<>+8(SB), Z20
	VBROADCASTSS exps<>+12(SB), Z21
	VBROADCASTSS exps<>+16(SB), Z22
	VBROADCASTSS exps<>+20(SB), Z23
	VBROADCASTSS exps<>+24(SB), Z24
	VBROADCASTSS exps<>+28(SB), Z25
	VBROADCASTSS exps<>+32(SB), Z26
	VBROADCASTSS exps<>+36(SB), Z27
	VBROADCASTSS exps<>+40(SB), Z28
	VPXORD Z0, Z0, Z0
loope:
	MOVL $0xffff, AX
	CMPQ CX, $16
	JGE whole
	MOVL $1, AX
	SHLL CX, AX
	DECL AX
whole:
	KMOVW AX, K1
	VMOVUPS.Z (SI), K1, Z1
	VSUBPS Z16, Z1, Z1
	VMULPS Z17, Z1, Z1
	VCMPPS $14, Z19, Z1, K1, K1 // above -12
	VMULPS Z18, Z1, Z2
	VRNDSCALEPS $8, Z2, Z2 // n
	VMULPS Z20, Z2, Z3
	VSUBPS Z3, Z1, Z1
	VMULPS Z21, Z2, Z3
	VSUBPS Z3, Z1, Z1 // r
	VMULPS Z22, Z1, Z3
	VADDPS Z23, Z3, Z3
	VMULPS Z1, Z3, Z3
	VADDPS Z24, Z3, Z3
	VMULPS Z1, Z3, Z3
	VADDPS Z25, Z3, Z3
	VMULPS Z1, Z3, Z3
	VADDPS Z26, Z3, Z3
	VMULPS Z1, Z3, Z3
	VADDPS Z27, Z3, Z3
	VMULPS Z1, Z3, Z3
	VMULPS Z1, Z3, Z3
	VADDPS Z1, Z3, Z3
	VADDPS Z28, Z3, Z3
	VSCALEFPS Z2, Z3, Z3
	VADDPS Z3, Z0, K1, Z0
	ADDQ $64, SI
	SUBQ $16, CX
	JG loope
	VEXTRACTF64X4 $1, Z0, Y1
	VADDPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VADDPS X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VADDPS X1, X0, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// SQUASH512 sets q to x / (1 + |x|), rounded as a division rounds it: from an
// estimate of the reciprocal r of d = 1 + |x| by one of Newton's steps, with what is
// left over added last (Markstein 1990). Three such take less time than one
// division. A test compares all numbers.
#define SQUASH512(x, q, d, r, e) \
	VPANDD x, Z29, d \
	VADDPS Z30, d, d \
	VRCP14PS d, r \
	VMOVAPS Z30, e \
	VFNMADD231PS r, d, e \
	VFMADD231PS e, r, r \
	VMULPS x, r, q \
	VMOVAPS x, e \
	VFNMADD231PS q, d, e \
	VFMADD231PS e, r, q

// func recur512(u, c, y *float32, h int)
// As recur256; h is a multiple of 16.
TEXT ·recur512(SB), NOSPLIT, $0-32
	MOVQ u+0(FP), SI
	MOVQ c+8(FP), DI
	MOVQ y+16(FP), DX
	MOVQ h+24(FP), CX
	LEAQ (SI)(CX*4), R8
	LEAQ (R8)(CX*4), R9
	VPBROADCASTD wide<>+0(SB), Z29
	VBROADCASTSS wide<>+4(SB), Z30
	VBROADCASTSS wide<>+20(SB), Z31
	XORQ AX, AX
loopr:
	VMOVUPS (SI)(AX*4), Z0
	VMOVUPS (R8)(AX*4), Z1
	VMOVUPS (R9)(AX*4), Z2
	VMOVUPS (DI)(AX*4), Z3
	SQUASH512(Z0, Z4, Z8, Z9, Z10)
	SQUASH512(Z1, Z5, Z11, Z12, Z13)
	SQUASH512(Z2, Z6, Z14, Z15, Z16)
	VMULPS Z31, Z4, Z4
	VMULPS Z31, Z6, Z6
	VADDPS Z31, Z4, Z4
	VADDPS Z31, Z6, Z6
	VSUBPS Z5, Z3, Z3
	VMULPS Z4, Z3, Z3
	VADDPS Z5, Z3, Z3
	VMOVUPS Z3, (DI)(AX*4)
	VMULPS Z6, Z3, Z7
	VADDPS (DX)(AX*4), Z7, Z7
	VMOVUPS Z7, (DX)(AX*4)
	ADDQ $16, AX
	CMPQ AX, CX
	JLT loopr
	VZEROUPPER
	RET
