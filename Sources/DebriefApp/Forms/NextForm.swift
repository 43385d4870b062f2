import DebriefModel
import TUI

/// The form of what to do next for another application, asked where this one is closed (A8).
struct NextForm: FormKind {
  static let name = "next"

  /// The application.
  let id: ID
  /// The other application.
  let live: ID

  var application: ID? { id }
  var subject: ID? { live }
  var scope: [String] { [id.text, live.text] }
  var label: String { "your next step" }
  var mainField: String { "what" }
  var isAnswer: Bool { true }
  var readsLive: Bool { true }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["when": .day(.future)]
  }

  func form(_ context: FormContext) -> Form {
    let it = context.live.first { $0.id == live }
    return Form(
      title: it == nil ? "Next step for another application" : "Next step",
      fields: [
        FormField(id: "now", label: "Where it stands", kind: .note(it?.next ?? "")),
        FormField(
          id: "what", label: "What you'll do", kind: .line, hint: "one small thing",
          required: true),
        FormField(
          id: "when", label: "When", kind: .line,
          hint: "leave empty for tomorrow; or fri, in 3 days"),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let it = context.live.first(where: { $0.id == live }) else {
      throw FormFault(
        field: "what",
        message: "That application can't be found. {Press} {key.esc}; your text is kept.")
    }
    let what = values.line("what")
    if what.isEmpty { throw FormFault(field: "what", message: "Write what you'll do.") }
    let day = try values.day("when", .future) ?? context.now.day.adding(days: 1)
    var change = Recipe.next(what, on: day, application: live, ids: &ids, now: context.now)
    if let wizard = context.wizard,
      let entry = wizard.everything.first(where: { $0.item.id == LiveApplication.item })
    {
      let answer = wizard.answer(
        entry, value: "\(it.company): \(what)", id: ids.draw(), now: context.now)
      change.operations += answer.operations
    }
    return change
  }
}

extension NextForm {
  init?(scope: FormScope) {
    guard let live = scope.id(1) else { return nil }
    self.init(id: scope.application, live: live)
  }
}

extension FormPurpose {
  /// What to do next for another application, asked where this one is closed (A8).
  static func next(_ id: ID, live: ID) -> Self {
    Self(NextForm(id: id, live: live))
  }
}
