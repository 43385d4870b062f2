import DebriefModel
import TUI

/// The form that corrects the day of a fact, and what every form says of days that cannot both be so.
extension FormPurpose {
  func eventForm(_ editing: ID, _ context: FormContext) -> Form {
    let it = context.dossier?.events.first { $0.id == editing }
    var fields = [
      FormField(
        id: "on", label: "It was on", kind: .line, hint: "yesterday, fri, 3 mar", required: true,
        value: it?.on.description ?? "")
    ]
    if it?.namesDay == true {
      fields.append(
        FormField(
          id: "due", label: "The day they named", kind: .line, hint: "fri, 3 apr, in 2 weeks",
          value: it?.due?.description ?? ""))
    }
    if let earlier = it?.earlier, !earlier.isEmpty {
      let days = earlier.map { "It said before: \($0.on.long)" }.joined(separator: "\n")
      fields.append(FormField(id: "was", label: "", kind: .note(days)))
    }
    return Form(title: "Correct the day: \(it?.kind.label ?? "")", fields: fields)
  }

  func saveEvent(
    _ editing: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    guard let dossier = context.dossier, let it = dossier.events.first(where: { $0.id == editing })
    else {
      throw FormFault(field: "on", message: "That fact is not on file any more; Esc goes back.")
    }
    guard let day = try values.day("on") else {
      throw FormFault(field: "on", message: "Write the day on which it was.")
    }
    let due = it.namesDay ? try values.day("due", .future) : it.due
    return Recipe.correct(it, on: day, due: due, in: dossier, now: context.now)
  }

  /// Asks about days that cannot both be so, once for each: saving again with the question in sight
  /// is the yes. Everything that a form saves comes through here.
  func checkDays(_ change: Change, _ context: FormContext) throws(FormFault) {
    var dossier = context.dossier
    if case .application(nil) = self { dossier = nil }
    if let dossier, dossier.application.id != application { return }
    for question in DayOrder.news(change, in: dossier, now: context.now) {
      let asked = question + " Save again to keep it."
      if !context.agreed.contains(asked) { throw FormFault(field: dayField, message: asked) }
    }
  }

  /// The field a question about its days stands below.
  private var dayField: String {
    switch self {
    case .application: "applied"
    case .interview: "start"
    case .ask: "asked"
    case .reply, .call: "received"
    case .promised: "due"
    default: "on"
    }
  }
}

extension Event {
  /// Whether a day is named in it.
  var namesDay: Bool { kind == .promised || kind == .offered }
}
