import DebriefModel
import TUI

/// The form of who has an interview coming up and nothing on file of it.
struct UpcomingForm: FormKind {
  static let name = "upcoming"

  var application: ID? { nil }
  var scope: [String] { [""] }
  var label: String { "an interview coming up" }
  var mainField: String { "when" }
  var dayField: String { "when" }
  var startsApplication: Bool { true }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "I have an interview coming up",
      fields: [
        FormField(id: "company", label: "Company", kind: .line, required: true),
        FormField(id: "role", label: "Role", kind: .line),
        FormField(
          id: "when", label: "Day and time", kind: .line,
          hint: "tomorrow 10:00, thu 14:30, 3 dec 9:00", required: true),
      ], submitTitle: "Get ready")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let (company, role) = try values.named()
    let interview = try talk(values, context.now)
    return Recipe.add(
      company: company, role: role, interview: interview, ids: &ids, now: context.now
    ).change
  }

  /// When it is: a weekday is the coming one, for nothing else can be meant.
  private func talk(_ values: FormValues, _ now: Moment) throws(FormFault) -> TalkTime {
    let text = values.line("when")
    if text.isEmpty { throw FormFault(field: "when", message: "Type the date and time.") }
    let words = DateWords(now: now, direction: .future)
    guard let talk = words.talk(text) else {
      throw FormFault(
        field: "when",
        message: words.refusal(of: text)
          ?? "\"\(text)\" isn't a date and time. Type something like thu 14:30.")
    }
    let isOver = talk.dayOnly ? talk.start.day < now.day : talk.start <= now
    if isOver {
      throw FormFault(
        field: "when",
        message: "\(talk.long) has passed. Type when it will be, such as thu 14:30.")
    }
    return talk
  }

  func asks(before change: Change, in app: inout App) -> [Effect]? { [.findTwin(change)] }

  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String? {
    guard let talk = try? talk(values, app.desk.now) else { return nil }
    return "Saved: interview \(app.desk.told(talk)). Here's what to have ready."
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    app.home.begins(change).map { [.loadDossier($0, then: .review(.preparation))] } ?? []
  }
}

extension UpcomingForm {
  init?(scope: FormScope) { self.init() }
}

extension FormPurpose {
  /// An interview that is coming up, of an application that is not on file.
  static var upcoming: Self { Self(UpcomingForm()) }
}
