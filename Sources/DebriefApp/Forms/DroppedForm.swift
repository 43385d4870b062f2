import DebriefModel
import TUI

/// The form that drops a change, with a reason.
struct DroppedForm: FormKind {
  static let name = "dropped"

  /// The application.
  let id: ID
  /// The change.
  let improvement: ID

  var application: ID? { id }
  var scope: [String] { [id.text, improvement.text] }
  var label: String { "why you dropped a change" }
  var mainField: String { "outcome" }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "Drop this change",
      fields: [
        FormField(
          id: "change", label: "The change",
          kind: .note(context.improvement(improvement)?.what ?? "")),
        FormField(
          id: "outcome", label: "Why", kind: .line, hint: "so you don't try it again by mistake",
          required: true),
      ], submitTitle: "Drop it")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let old = context.improvement(improvement) else { throw FormContext.goneImprovement }
    if values.line("outcome").isEmpty {
      throw FormFault(field: "outcome", message: "Write why you're dropping it.")
    }
    var it = old
    it.state = .dropped
    it.outcome = values.line("outcome")
    return Change("change dropped", [.update(from: .improvement(old), to: .improvement(it))])
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.improvement(improvement), Entity.improvement)
  }
}

extension DroppedForm {
  init?(scope: FormScope) {
    guard let improvement = scope.id(1) else { return nil }
    self.init(id: scope.application, improvement: improvement)
  }
}

extension FormPurpose {
  /// Drops a change, with a reason.
  static func dropped(_ id: ID, improvement: ID) -> Self {
    Self(DroppedForm(id: id, improvement: improvement))
  }
}
