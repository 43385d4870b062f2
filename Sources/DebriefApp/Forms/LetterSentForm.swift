import DebriefModel
import TUI

/// The form of a letter that went out (A65).
struct LetterSentForm: FormKind {
  static let name = "letter-sent"

  /// The application.
  let id: ID
  /// The letter.
  let letter: ID

  var application: ID? { id }
  var scope: [String] { [id.text, letter.text] }
  var label: String { "when you sent a letter" }
  var mainField: String { "on" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past), "due": .from("on")]
  }

  func form(_ context: FormContext) -> Form {
    let it = context.letter(letter)
    var fields: [FormField] = []
    if let it, let dossier = context.dossier, let desk = context.letterDesk {
      var notes = Self.beforeItGoes(it, dossier, desk, now: context.now)
      if it.letterKind == .request, let record = context.record {
        notes += [AskAdvice.channels(record), AskAdvice.delay(record)].compactMap { $0 }
      }
      if !notes.isEmpty {
        fields.append(
          FormField(
            id: "notes", label: "Before you send it", kind: .note(notes.joined(separator: "\n"))))
      }
    }
    fields += [
      FormField(
        id: "on", label: "When you sent it", kind: .line,
        hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
      FormField(
        id: "channel", label: "How", kind: .choice(choices(Channel.self, \.label)),
        value: proposed(it, context).rawValue),
    ]
    if let days = it?.letterKind?.patience {
      fields.append(
        FormField(
          id: "due", label: "Check back on", kind: .line,
          hint: "leave empty for \(days) days later; or in 3 days, 3 apr"))
    }
    return Form(title: "Sent: \(context.title(of: letter) ?? "a letter")", fields: fields)
  }

  /// The channel that got answers so far, for a request; else email.
  private func proposed(_ letter: Letter?, _ context: FormContext) -> Channel {
    guard letter?.letterKind == .request, let record = context.record else { return .email }
    return AskAdvice.channel(record) ?? .email
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let it = try context.known(letter: letter)
    guard let dossier = context.dossier else {
      throw FormFault(field: "on", message: "This application can't be found. Open it first.")
    }
    let on = try values.day("on") ?? context.now.day
    if on > context.now.day {
      throw FormFault(
        field: "on", message: "That date hasn't come yet. Mark the letter once you've sent it.")
    }
    var due: Day?
    if let days = it.letterKind?.patience {
      due = try values.day("due", from: "on") ?? on.adding(days: days)
    }
    return Recipe.sent(
      it,
      Sending(on: on, channel: Channel(rawValue: values.line("channel")) ?? .email, due: due),
      dossier, wizard: context.wizard, ids: &ids, now: context.now)
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.letter(letter), Entity.letter)
  }

  /// What to know before a letter goes (S10, A67, A90). It warns and never forbids.
  static func beforeItGoes(
    _ letter: Letter, _ dossier: Dossier, _ desk: LetterDesk, now: Moment
  ) -> [String] {
    guard let kind = letter.letterKind else { return [] }
    let budget = ContactBudget(
      dossier, elsewhere: desk.elsewhere, desk.settings, today: now.day)
    return [
      LetterTiming.unthanked(kind, dossier, now: now),
      budget.warning(dossier.application.company),
      LetterTiming.advice(kind, dossier, desk.settings, now: now),
    ].compactMap { $0 }
  }
}

extension LetterSentForm {
  init?(scope: FormScope) {
    guard let letter = scope.id(1) else { return nil }
    self.init(id: scope.application, letter: letter)
  }
}

extension FormPurpose {
  /// A letter that went out.
  static func letterSent(_ id: ID, _ letter: ID) -> Self {
    Self(LetterSentForm(id: id, letter: letter))
  }
}
