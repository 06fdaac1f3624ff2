// Package entente holds the types that flow through Entente: an Article is
// read, becomes a Document when it is understood, its Events and Statements
// are kept as Entries of the ledger, and the ledger is measured as Series.
package entente
