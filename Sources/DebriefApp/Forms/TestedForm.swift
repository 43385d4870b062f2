import DebriefModel
import TUI

/// The form that closes a change with its test.
struct TestedForm: FormKind {
  static let name = "tested"

  /// The application.
  let id: ID
  /// The change.
  let improvement: ID

  var application: ID? { id }
  var scope: [String] { [id.text, improvement.text] }
  var label: String { "how a change worked" }
  var mainField: String { "outcome" }

  func form(_ context: FormContext) -> Form {
    let it = context.improvement(improvement)
    let held = (context.dossier?.interviews ?? []).filter {
      [.held, .undated].contains(context.dossier?.standing($0, now: context.now))
    }
    let rounds = held.map {
      Choice(id: $0.id.text, title: "round \($0.round), \($0.kind.label)")
    }
    // What was resolved after a round cannot have been tried in it.
    let since = held.last { round in
      guard let start = round.start, let it else { return false }
      return start >= it.recorded
    }
    return Form(
      title: "You tried it: how did it go?",
      fields: [
        FormField(id: "change", label: "The change", kind: .note(it?.what ?? "")),
        FormField(
          id: "proof", label: it?.isLearning == true ? "The proof" : "How you'd know", kind: .line,
          value: it?.proof ?? ""),
        FormField(
          id: "testedBy", label: "Where you tried it",
          kind: .choice([Choice(id: "", title: "no interview")] + rounds),
          value: since?.id.text ?? ""),
        FormField(
          id: "outcome", label: "What happened", kind: .line,
          hint: "even if it didn't help: that's a result too", required: true,
          value: it?.outcome ?? ""),
      ], submitTitle: "Finish it")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let old = context.improvement(improvement) else { throw FormContext.goneImprovement }
    var it = old
    it.state = .done
    it.proof = values.line("proof")
    it.outcome = values.line("outcome")
    let round = values.line("testedBy")
    it.testedBy = round.isEmpty ? nil : ID(round)
    if let fault = it.fault {
      throw FormFault(field: it.outcome.isEmpty ? "outcome" : "proof", message: fault)
    }
    return Change(
      "change tried and finished", [.update(from: .improvement(old), to: .improvement(it))])
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.improvement(improvement), Entity.improvement)
  }
}

extension TestedForm {
  init?(scope: FormScope) {
    guard let improvement = scope.id(1) else { return nil }
    self.init(id: scope.application, improvement: improvement)
  }
}

extension FormPurpose {
  /// Closes a change with its test.
  static func tested(_ id: ID, improvement: ID) -> Self {
    Self(TestedForm(id: id, improvement: improvement))
  }
}
