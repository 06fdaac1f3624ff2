// Package evaluate scores Entente against texts marked by people. Each task
// reads its gold from the data folder that lies beside the project, runs the
// pipeline over it and gives scores and, for the study of errors, every miss
// with its gold and ours. The scores are kept in scores.golden, so that a
// change of quality is a difference in review.
package evaluate
