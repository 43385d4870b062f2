import DebriefModel
import TUI

/// The form of a day they named for an answer.
struct PromisedForm: FormKind {
  static let name = "promised"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "a promised date" }
  var mainField: String { "words" }
  var dayField: String { "due" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["due": .from("on"), "on": .day(.past)]
  }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "They gave you a date",
      fields: [
        FormField(
          id: "due", label: "Answer by", kind: .line, hint: "fri, 3 apr, in 2 weeks",
          required: true),
        FormField(
          id: "from", label: "Who said it", kind: .line,
          value: context.dossier?.people.first?.name ?? ""
        ).whole(),
        FormField(
          id: "on", label: "When they said it", kind: .line,
          hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
        FormField(
          id: "words", label: "Their words", kind: .lines(rows: 2),
          hint: "if the wording matters"
        ).seldom(),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let due = try values.day("due", from: "on") else {
      throw FormFault(field: "due", message: "Type the date they gave you.")
    }
    let on = try values.day("on") ?? context.now.day
    if due < on {
      throw FormFault(
        field: "due", message: "That date had already passed when they told you. Check both dates.")
    }
    let person = PeopleLookup.one(
      named: values.line("from"), among: context.dossier?.people ?? [])?.id
    return Recipe.promised(
      due, application: id, on: on, person: person, words: values.line("words"), ids: &ids,
      now: context.now)
  }
}

extension PromisedForm {
  /// Whether to ask, with the first thing that is written down of an interview, when they said one would
  /// hear: it is remembered best then (A55).
  static func isWanted(_ dossier: Dossier, now: Moment) -> Bool {
    guard dossier.turns.isEmpty, dossier.status(now: now).outcome == .waiting,
      let day = dossier.held(now: now).last?.start?.day, day.days(to: now.day) <= Agenda.checkIn
    else { return false }
    return !dossier.events.contains {
      $0.kind == .promised && ($0.known == nil || $0.isKnown(from: day))
    }
  }

  /// Asks for the day they named.
  static func question(_ id: ID) -> PickerOverlay {
    PickerOverlay(
      "Did they say when you'd hear back?",
      [
        .init("Yes, add the date", key: "y") { _ in [.form(.promised(id))] },
        .init("No, they gave no date", detail: "you'll be reminded after a week", key: "n"),
      ])
  }
}

extension PromisedForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// A day they named for an answer.
  static func promised(_ id: ID) -> Self {
    Self(PromisedForm(id: id))
  }
}
