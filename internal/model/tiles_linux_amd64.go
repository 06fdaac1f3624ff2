package model

import "syscall"

// Linux saves the matrix registers only for programs that ask it to.
const (
	requestState = 0x1023 // ARCH_REQ_XCOMP_PERM
	tileState    = 18
)

func tilesAllowed() bool {
	_, _, err := syscall.RawSyscall(syscall.SYS_ARCH_PRCTL, requestState, tileState, 0)
	return err == 0
}
