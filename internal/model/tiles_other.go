//go:build amd64 && !linux

package model

func tilesAllowed() bool { return false }
