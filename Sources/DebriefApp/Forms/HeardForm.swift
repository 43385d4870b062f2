import DebriefModel
import TUI

/// The form of who just heard back and has nothing on file of it: the few facts that a debrief begins with.
/// One save adds the application with its outcome, and the debrief begins.
struct HeardForm: FormKind {
  static let name = "heard"

  var application: ID? { nil }
  var scope: [String] { [""] }
  var label: String { "what you just heard" }
  var mainField: String { "words" }
  var startsApplication: Bool { true }

  /// The answers one hears; the others are recorded where the application is on file.
  private static let endings: [Recipe.Ending] = [.rejected, .silent, .offer, .withdrew]

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past), "met": .talked, "by": .from("on")]
  }

  /// A silence has no day on which it came, and no words of its own: the day is when one stopped waiting.
  func known(_ values: [String: String], _ context: FormContext) -> [String: String] {
    guard values["ending"] == Recipe.Ending.silent.rawValue else { return [:] }
    var said = ["words": "if you like: the last thing they wrote to you"]
    if values["on"]?.trimmed.isEmpty ?? true {
      said["on"] = "when you stopped waiting; leave empty for today"
    }
    return said
  }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "I just heard back",
      fields: [
        FormField(id: "company", label: "Company", kind: .line, required: true),
        FormField(id: "role", label: "Role", kind: .line),
        FormField(
          id: "ending", label: "What happened",
          kind: .choice(HeardForm.endings.map { Choice(id: $0.rawValue, title: $0.label) }),
          required: true),
        FormField(
          id: "on", label: "When", kind: .line,
          hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
        FormField.interviewed(true), FormField.met, FormField.round,
        FormField(
          id: "words", label: "Their exact words", kind: .lines(rows: 3),
          hint: "if you like: paste or type what they wrote"
        ).only("ending", "", "rejected", "silent", "offer"),
        FormField.offerDue(nil),
      ], submitTitle: "Start the debrief")
  }

  /// An offer starts no debrief.
  func submitTitle(_ values: [String: String]) -> String? {
    values["ending"] == Recipe.Ending.offer.rawValue ? "Save" : "Start the debrief"
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let (company, role) = try values.named()
    guard let ending = Recipe.Ending(rawValue: values.line("ending")) else {
      throw FormFault(field: "ending", message: "Choose what they said.")
    }
    let day = try values.day("on") ?? context.now.day
    let talk = try values.interviewed()
    let due = ending == .offer ? try values.offerDue(on: day) : nil
    if ending == .offer { try values.asksOfferDue(context) }
    return Recipe.heard(
      company: company, role: role, ending, on: day, words: values.line("words"),
      interviewed: talk != nil, met: talk?.at, round: talk?.round ?? 1, due: due, ids: &ids,
      now: context.now)
  }

  func asks(before change: Change, in app: inout App) -> [Effect]? { [.findTwin(change)] }

  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String? {
    if !isDebriefed(change) { return "Saved. Congratulations!" }
    // On a low screen it takes the rows of the first question.
    return app.desk.size.width < 40 ? "Saved. Let's begin." : "Saved. Let's go through it together."
  }

  private func isDebriefed(_ change: Change) -> Bool {
    change.inserted { if case .debrief(let it) = $0 { it.id } else { nil } } != nil
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    guard let id = app.home.begins(change) else { return [] }
    return isDebriefed(change) ? [.loadDossier(id, then: .review(.checklist))] : []
  }
}

extension HeardForm {
  init?(scope: FormScope) { self.init() }
}

extension FormPurpose {
  /// What was just heard, of an application that is not on file.
  static var heard: Self { Self(HeardForm()) }
}

/// An interview that took place, as a form of an outcome asks for it.
struct HeldTalk {
  /// When it was; nil where that is not remembered.
  var at: TalkTime?
  /// Which it was, from 1.
  var round: Int
}

extension FormField {
  /// Whether there was an interview.
  static func interviewed(_ was: Bool) -> FormField {
    FormField(
      id: "interviewed", label: "Interview",
      kind: .choice([Choice(id: "yes", title: "yes, I had one"), Choice(id: "no", title: "no")]),
      hint: "did you have one?", required: true, value: was ? "yes" : "no")
  }

  /// When it was.
  static var met: FormField {
    FormField(
      id: "met", label: "Interview date", kind: .line,
      hint: "fri, or 3 mar 14:30; empty if you don't remember"
    ).only("interviewed", "yes")
  }

  /// Which it was.
  static var round: FormField {
    FormField(
      id: "round", label: "Round", kind: .line, hint: "2 if it was your second interview there",
      value: "1"
    ).whole().seldom("1").only("interviewed", "yes")
  }
}

extension FormValues {
  /// The interview there was; nil where there was none.
  func interviewed() throws(FormFault) -> HeldTalk? {
    guard line("interviewed") == "yes" else {
      // What was typed there is let go of by whoever typed it, and by nobody else.
      guard line("met").isEmpty else {
        throw FormFault(
          field: "met",
          message: "You said there was no interview. Clear this line, or choose yes above.")
      }
      return nil
    }
    guard let round = try number("round", 1...99) else {
      throw FormFault(field: "round", message: "Type the number of the round: 1 for the first.")
    }
    return HeldTalk(at: try talked("met"), round: round)
  }
}

extension Change {
  /// The first of what it adds that gives something.
  func inserted<T>(_ of: (Entity) -> T?) -> T? {
    for case .insert(let entity) in operations {
      if let found = of(entity) { return found }
    }
    return nil
  }
}

extension Home {
  /// A new application is on its way to the store: the list will stand on it.
  mutating func begins(_ change: Change) -> ID? {
    wanted = change.inserted { if case .application(let it) = $0 { it.id } else { nil } }
    filter = ""
    section = .list
    return wanted
  }
}
