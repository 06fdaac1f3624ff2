package event

import "entente/internal/codebook"

// The kinds of operators. A kind says what its line does to the content; the
// codes it makes stand in internal/codebook.
const (
	kindCarry    = "carry"    // a light verb: the noun is the content
	kindSay      = "say"      // reports its content
	kindProclaim = "proclaim" // as say; does what is told without a doer
	kindMust     = "must"     // obliges: a demand of whoever says it
	kindNegate   = "negate"   // not
	kindFuture   = "future"   // will
	kindMaybe    = "maybe"    // may, if, whether, alleged
	kindWarn     = "warn"     // a threat when the content is the speaker's own act
	kindKeep     = "keep"     // begins, goes on, resumes, tries: the content stays
	kindGoOn     = "goon"     // goes on: the content is ongoing
	kindFail     = "fail"     // the content does not come about
	kindWant     = "want"     // wants to: plans; wants another to: asks
	kindDrop     = "drop"     // the content is no event: history, fiction, denial of fact
	kindIntend   = "intend"   // as plan, but no event where the codebook does not know the content
	kindSolicit  = "solicit"  // as request, but no event where the codebook does not know the content
	kindWatch    = "watch"    // sees another do the content
	kindPlan     = "plan"     // promises, plans, intends

	kindJudge = "judge" // no operator: what a speaker says of another in words of his own
)

// composed are the kinds with a table in the codebook.
var composed = map[string]bool{
	"plan": true, "decide": true, "seek": true, "agree": true, "announce": true, "request": true, "demand": true, "order": true, "refuse": true, "accept": true,
	"threaten": true, "accuse": true, "deny": true, "stop": true, "cancel": true, "allow": true, "prevent": true, "force": true, "deter": true,
}

var plainKinds = map[string]bool{
	kindCarry: true, kindSay: true, kindProclaim: true, kindMust: true, kindNegate: true, kindFuture: true, kindMaybe: true, kindWarn: true, kindKeep: true,
	kindGoOn: true, kindFail: true, kindWant: true, kindDrop: true, kindIntend: true, kindSolicit: true, kindWatch: true,
}

func knownKind(k string) bool { return composed[k] || plainKinds[k] }

// otherActs reports whether the one who acts in the content is the addressee.
func otherActs(kind string) bool {
	switch kind {
	case "request", "demand", "order", "allow", "prevent", "force", "accuse", "deter", kindWant, kindSolicit, kindWatch:
		return true
	}
	return false
}

// ownActs reports whether the one who acts in the content is the speaker even
// when somebody is addressed ("promised Ukraine to send").
func ownActs(kind string) bool {
	switch kind {
	case "plan", "decide", "seek", kindIntend, "agree", "announce", "refuse", "threaten", "deny", "stop", "cancel", kindKeep, kindGoOn, kindFail, kindWarn:
		return true
	}
	return false
}

// bare reports whether an operator of the kind is an event even when the
// codebook does not know its content ("agreed to a programme").
func bare(kind string) bool {
	if kind == kindWant {
		return false
	}
	o, ok := codebook.Compose(kind, "", "")
	return ok && o.Type != ""
}
