import DebriefModel
import TUI

/// The example that answers one of the three things: a letter may be written when each has one, and
/// something on file shows it (A88).
extension FormPurpose {
  func exampleFields(
    _ n: Int, _ thing: Feedback.Thing?, _ context: FormContext
  ) -> [FormField] {
    var proofs = (context.dossier.map(LetterRules.proofs) ?? []).map {
      Choice(id: $0.id.text, title: $0.text)
    }
    let known = thing?.proof?.text ?? ""
    if !known.isEmpty, !proofs.contains(where: { $0.id == known }) {
      proofs.append(Choice(id: known, title: "no longer on file"))
    }
    return [
      FormField(
        id: "example\(n)", label: "… an example that shows it", kind: .lines(rows: 3),
        hint: n == 0 ? "as a letter would say it: what you did, when, what came of it" : "",
        value: thing?.example ?? ""),
      FormField(
        id: "proof\(n)", label: "… which stands on file as",
        kind: .choice([Choice(id: "", title: "nothing yet")] + proofs), value: known),
    ]
  }

  func keepExample(_ thing: inout Feedback.Thing, _ n: Int, _ values: FormValues) {
    let (example, proof) = (values.line("example\(n)"), values.line("proof\(n)"))
    thing.example = example.isEmpty ? nil : example
    thing.proof = proof.isEmpty ? nil : ID(proof)
  }
}
