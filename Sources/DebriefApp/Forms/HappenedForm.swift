import DebriefModel
import TUI

/// The form of something that happened with an application and is told by nothing else: they confirmed it,
/// they invited, somebody wrote. How it ended has a form of its own.
struct HappenedForm: FormKind {
  static let name = "happened"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "something that happened" }
  var mainField: String { "words" }
  var dayField: String { "on" }

  /// What can be told here, the most frequent first.
  static let told: [Event.Kind] = [
    .acknowledged, .invited, .held, .thanked, .chased, .promised, .feedbackAsked,
    .feedbackReceived, .applied, .declined,
  ]

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past), "due": .from("on")]
  }

  func form(_ context: FormContext) -> Form {
    let people = context.dossier?.people ?? []
    return Form(
      title: "What happened",
      fields: [
        FormField(
          id: "kind", label: "What",
          kind: .choice(HappenedForm.told.map { Choice(id: $0.rawValue, title: $0.label) }),
          value: Event.Kind.acknowledged.rawValue),
        FormField(
          id: "on", label: "When", kind: .line,
          hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
        FormField(
          id: "person", label: "Who",
          kind: .choice(
            [Choice(id: "", title: "nobody in particular")]
              + people.map { Choice(id: $0.id.text, title: $0.name) })),
        FormField(
          id: "words", label: "Their words", kind: .lines(rows: 2),
          hint: "if the wording matters"),
        FormField(
          id: "due", label: "Date they named", kind: .line, hint: "fri, 3 apr, in 2 weeks"
        ).seldom(),
        FormField(
          id: "round", label: "Which interview",
          kind: .choice(
            [Choice(id: "", title: "none")]
              + HappenedForm.rounds(context).map {
                Choice(id: $0.id.text, title: "round \($0.round), \($0.kind.label)")
              })
        ).seldom(),
        FormField.tone("How you left things", value: nil).seldom(),
      ])
  }

  private static func rounds(_ context: FormContext) -> [Interview] {
    context.dossier?.interviews ?? []
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let on = try values.day("on") ?? context.now.day
    let kind = Event.Kind(rawValue: values.line("kind")) ?? .acknowledged
    let due = try values.day("due", from: "on")
    if let due, due < on {
      throw FormFault(
        field: "due", message: "That date had already passed when they named it. Check both dates.")
    }
    func chosen(_ field: String) -> ID? {
      values.line(field).isEmpty ? nil : ID(values.line(field))
    }
    let event = Event(
      id: ids.draw(), application: id, kind: kind, on: on, recorded: context.now
    ) {
      $0.due = due
      $0.person = chosen("person")
      $0.interview = chosen("round")
      $0.words = values.line("words")
      $0.tone = Tone(rawValue: values.line("tone"))
    }
    return Change("\(kind.label): added to the timeline", [.insert(.event(event))])
  }
}

extension HappenedForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// Something that happened with an application.
  static func happened(_ id: ID) -> Self {
    Self(HappenedForm(id: id))
  }
}
