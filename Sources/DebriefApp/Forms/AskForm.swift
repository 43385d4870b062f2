import DebriefModel
import TUI

/// The form of a request for feedback that went out.
struct AskForm: FormKind {
  static let name = "ask"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "a request for feedback" }
  var mainField: String { "from" }
  var dayField: String { "asked" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["asked": .day(.past), "due": .from("asked")]
  }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "You asked for feedback",
      fields: [
        FormField(
          id: "from", label: "Who you asked", kind: .line, required: true,
          value: context.dossier?.people.first?.name ?? ""
        ).whole(),
        FormField(
          id: "channel", label: "How",
          kind: .choice(
            choices(Channel.self, \.label).filter { $0.id != Channel.adviser.rawValue }),
          hint: context.record.flatMap { AskAdvice.channels($0) } ?? "",
          value: (context.record.flatMap { AskAdvice.channel($0) } ?? .email).rawValue),
        FormField(
          id: "asked", label: "When", kind: .line,
          hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
        FormField(
          id: "due", label: "Check back on", kind: .line,
          hint: "leave empty for two weeks later; or in 3 days, 3 apr"),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    if values.line("from").isEmpty {
      throw FormFault(field: "from", message: "Type who you asked.")
    }
    let asked = try values.day("asked") ?? context.now.day
    let due = try values.day("due", from: "asked") ?? asked.adding(days: 14)
    let feedback = Feedback(id: ids.draw(), application: id, recorded: context.now) {
      $0.from = values.line("from")
      $0.person = context.person(named: values.line("from"))
      $0.channel = Channel(rawValue: values.line("channel")) ?? .email
      $0.asked = asked
      $0.due = due
    }
    return Recipe.reply(feedback, ids: &ids, now: context.now)
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    FeedbackPane.followed(change, &app)
    return []
  }
}

extension AskForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// That one asked for feedback.
  static func ask(_ id: ID) -> Self {
    Self(AskForm(id: id))
  }
}
