import DebriefModel
import TUI

/// The form that corrects the day of a fact.
struct EventForm: FormKind {
  static let name = "event"

  /// The application.
  let id: ID
  /// The fact.
  let editing: ID

  var application: ID? { id }
  var scope: [String] { [id.text, editing.text] }
  var label: String { "a corrected date" }
  var mainField: String { "on" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past), "due": .from("on")]
  }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    var fields = [
      FormField(
        id: "on", label: "The correct date", kind: .line, hint: "yesterday, fri, 3 mar",
        required: true,
        value: it?.known?.typed ?? "")
    ]
    if it?.namesDay == true {
      fields.append(
        FormField(
          id: "due", label: "The date they gave you", kind: .line, hint: "fri, 3 apr, in 2 weeks",
          value: it?.due?.typed ?? ""))
    }
    if let earlier = it?.earlier, !earlier.isEmpty {
      let days = earlier.map { "Before, it said: \($0.on.long)" }.joined(separator: "\n")
      fields.append(FormField(id: "was", label: "", kind: .note(days)))
    }
    return Form(title: "Correct the date: \(it?.kind.label ?? "")", fields: fields)
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let dossier = context.dossier, let it = stored(context) else {
      throw FormFault(field: "on", message: "This entry was deleted. {Press} {key.esc} to go back.")
    }
    guard let day = try values.day("on") else {
      throw FormFault(field: "on", message: "Type the date it happened.")
    }
    let due = it.namesDay ? try values.day("due", from: "on") : it.due
    return Recipe.correct(it, on: day, due: due, in: dossier, now: context.now)
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.event) }

  private func stored(_ context: FormContext) -> Event? {
    context.dossier?.events.first { $0.id == editing }
  }
}

extension EventForm {
  init?(scope: FormScope) {
    guard let editing = scope.id(1) else { return nil }
    self.init(id: scope.application, editing: editing)
  }
}

extension FormPurpose {
  /// The day of a fact, corrected.
  static func event(_ id: ID, editing: ID) -> Self {
    Self(EventForm(id: id, editing: editing))
  }
}

extension Event {
  /// Whether a day is named in it.
  var namesDay: Bool { kind == .promised || kind == .offered }
}
