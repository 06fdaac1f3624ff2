#include "textflag.h"

// The matrix registers (AMX): T0-T3 hold sums, T4 and T5 sixteen rows of 64
// bytes of the activations each, T6 and T7 sixteen columns of the weights. The
// assembler does not know their instructions.
#define LDTILECFG_DX    BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0x02
#define TILERELEASE     BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0xc0
#define TILEZERO(modrm) BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $modrm
#define LOAD_SI_AX_T4   BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x24; BYTE $0x06
#define LOAD_BX_AX_T5   BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x2c; BYTE $0x03
#define LOAD_DI_CX_T6   BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x34; BYTE $0x0f
#define LOAD_64DI_CX_T7 BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x7c; BYTE $0x0f; BYTE $0x40
#define DOT_T4_T6_T0    BYTE $0xc4; BYTE $0xe2; BYTE $0x49; BYTE $0x5e; BYTE $0xc4
#define DOT_T4_T7_T1    BYTE $0xc4; BYTE $0xe2; BYTE $0x41; BYTE $0x5e; BYTE $0xcc
#define DOT_T5_T6_T2    BYTE $0xc4; BYTE $0xe2; BYTE $0x49; BYTE $0x5e; BYTE $0xd5
#define DOT_T5_T7_T3    BYTE $0xc4; BYTE $0xe2; BYTE $0x41; BYTE $0x5e; BYTE $0xdd
#define STORE_T0        BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x04; BYTE $0x0a
#define STORE_T1        BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x4c; BYTE $0x0a; BYTE $0x40
#define STORE_T2        BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x94; BYTE $0x0a; LONG $2048
#define STORE_T3        BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x9c; BYTE $0x0a; LONG $2112

// Palette 1, eight registers of 16 rows of 64 bytes.
DATA tileShape<>+0(SB)/8, $1
DATA tileShape<>+8(SB)/8, $0
DATA tileShape<>+16(SB)/8, $0x0040004000400040
DATA tileShape<>+24(SB)/8, $0x0040004000400040
DATA tileShape<>+32(SB)/8, $0
DATA tileShape<>+40(SB)/8, $0
DATA tileShape<>+48(SB)/8, $0x1010101010101010
DATA tileShape<>+56(SB)/8, $0
GLOBL tileShape<>(SB), RODATA|NOPTR, $64

// func mulTiles(p *tileProduct)
TEXT ·mulTiles(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), R8
	LEAQ tileShape<>(SB), DX
	LDTILECFG_DX
	MOVQ 72(R8), AX // k
	MOVQ $128, CX
	MOVQ 56(R8), DX // sums
	MOVQ 64(R8), R13 // ldc
	SHLQ $2, R13
	XORQ R12, R12    // bytes of the columns done
panel:
	MOVQ 24(R8), R9
	VMOVDQU32 (R9)(R12*1), Z14
	VMOVDQU32 64(R9)(R12*1), Z15
	MOVQ 16(R8), R9
	VMOVUPS (R9)(R12*1), Z16
	VMOVUPS 64(R9)(R12*1), Z17
	MOVQ 32(R8), R9
	VMOVUPS (R9)(R12*1), Z18
	VMOVUPS 64(R9)(R12*1), Z19
	MOVQ 0(R8), SI   // rows of a
	MOVQ 40(R8), R15 // their sizes
	MOVQ 48(R8), R14 // rows of c
	ADDQ R12, R14
	MOVQ 80(R8), R11 // rows to go
rows:
	MOVQ R12, DI     // the panel: k bytes for each of its columns
	IMULQ AX, DI
	SHRQ $2, DI
	ADDQ 8(R8), DI
	MOVQ AX, R10
	TILEZERO(0xc0)
	TILEZERO(0xc8)
	CMPQ R11, $16
	JLE one
	TILEZERO(0xd0)
	TILEZERO(0xd8)
	MOVQ AX, BX
	SHLQ $4, BX
	ADDQ SI, BX
two:
	LOAD_SI_AX_T4
	LOAD_DI_CX_T6
	LOAD_64DI_CX_T7
	LOAD_BX_AX_T5
	DOT_T4_T6_T0
	DOT_T4_T7_T1
	DOT_T5_T6_T2
	DOT_T5_T7_T3
	ADDQ $64, SI
	ADDQ $64, BX
	ADDQ $2048, DI
	SUBQ $64, R10
	JG two
	STORE_T0
	STORE_T1
	STORE_T2
	STORE_T3
	MOVQ AX, R10     // SI went on by one row: go to the next two blocks
	SHLQ $5, R10
	SUBQ AX, R10
	ADDQ R10, SI
	MOVQ $32, R9
	JMP turn
one:
	LOAD_SI_AX_T4
	LOAD_DI_CX_T6
	LOAD_64DI_CX_T7
	DOT_T4_T6_T0
	DOT_T4_T7_T1
	ADDQ $64, SI
	ADDQ $2048, DI
	SUBQ $64, R10
	JG one
	STORE_T0
	STORE_T1
	MOVQ $16, R9
turn:
	CMPQ R9, R11
	JLE full
	MOVQ R11, R9
full:
	SUBQ R9, R11
	MOVQ DX, R10
row:
	VMOVDQU32 (R10), Z0
	VMOVDQU32 64(R10), Z1
	VBROADCASTSS (R15), Z2
	VPSUBD Z14, Z0, Z0
	VPSUBD Z15, Z1, Z1
	VCVTDQ2PS Z0, Z0
	VCVTDQ2PS Z1, Z1
	VMULPS Z16, Z0, Z0
	VMULPS Z17, Z1, Z1
	VMULPS Z2, Z0, Z0
	VMULPS Z2, Z1, Z1
	VADDPS Z18, Z0, Z0
	VADDPS Z19, Z1, Z1
	VMOVUPS Z0, (R14)
	VMOVUPS Z1, 64(R14)
	ADDQ $128, R10
	ADDQ $4, R15
	ADDQ R13, R14
	DECQ R9
	JNZ row
	TESTQ R11, R11
	JG rows
	ADDQ $128, R12
	CMPQ R12, 88(R8)
	JLT panel
	TILERELEASE
	VZEROUPPER
	RET
