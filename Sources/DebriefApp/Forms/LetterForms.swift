import DebriefModel
import TUI

/// The forms of letters: what it says, that it went out, what came back, why it goes early.
extension FormPurpose {
  private func letter(_ id: ID, _ context: FormContext) -> Letter? {
    context.dossier?.letters.first { $0.id == id }
  }

  private func known(_ id: ID, _ context: FormContext) throws(FormFault) -> Letter {
    if let letter = letter(id, context) { return letter }
    throw FormFault(field: "text", message: "This letter is gone; undo brings it back.")
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

  /// The fields of an open letter; the screen shows them in its own way.
  func letterForm(_ id: ID, _ context: FormContext) -> Form {
    let it = letter(id, context)
    return Form(
      title: it?.title ?? "A letter",
      fields: [
        FormField(id: "subject", label: "Subject", kind: .line, value: it?.subject ?? ""),
        FormField(id: "text", label: "Text", kind: .lines(rows: 10), value: it?.text ?? ""),
      ])
  }

  func saveLetter(
    _ id: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    let old = try known(id, context)
    var it = old
    it.subject = values.line("subject")
    it.text = values.values["text"] ?? ""
    if let to = values.values["to"] { it.to = to.isEmpty ? nil : ID(to) }
    return Change("edit a letter", store(.letter(old), .letter(it)))
  }

  func letterSentForm(_ id: ID, _ context: FormContext) -> Form {
    let it = letter(id, context)
    var fields: [FormField] = []
    if let it, let dossier = context.dossier, let desk = context.letterDesk {
      let notes = FormPurpose.beforeItGoes(it, dossier, desk, now: context.now)
      if !notes.isEmpty {
        fields.append(
          FormField(
            id: "notes", label: "Before it goes", kind: .note(notes.joined(separator: "\n"))))
      }
    }
    fields += [
      FormField(
        id: "on", label: "It went out on", kind: .line,
        hint: "empty for today; or yesterday, fri, 3 mar"),
      FormField(
        id: "channel", label: "How", kind: .choice(choices(Channel.self, \.label)),
        value: Channel.email.rawValue),
    ]
    if let days = it?.letterKind?.patience {
      fields.append(
        FormField(
          id: "due", label: "Look again on", kind: .line,
          hint: "empty for \(days) days later; or in 3 days, 3 apr"))
    }
    return Form(title: "Sent: \(it?.title ?? "a letter")", fields: fields)
  }

  func saveLetterSent(
    _ id: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let it = try known(id, context)
    guard let dossier = context.dossier else {
      throw FormFault(field: "on", message: "The application is not at hand; open it first.")
    }
    let on = try values.day("on") ?? context.now.day
    if on > context.now.day {
      throw FormFault(field: "on", message: "That day is still to come; mark it when it is gone.")
    }
    var due: Day?
    if let days = it.letterKind?.patience {
      due = try values.day("due", .future) ?? on.adding(days: days)
    }
    return Recipe.sent(
      it,
      Sending(on: on, channel: Channel(rawValue: values.line("channel")) ?? .email, due: due),
      dossier, wizard: context.wizard, ids: &ids, now: context.now)
  }

  func letterAnsweredForm(_ id: ID, _ context: FormContext) -> Form {
    Form(
      title: "Answered: \(letter(id, context)?.title ?? "a letter")",
      fields: [
        FormField(
          id: "on", label: "It came on", kind: .line,
          hint: "empty for today; or yesterday, fri, 3 mar"),
        FormField(
          id: "useful", label: "Was it of use",
          kind: .choice([Choice(id: "yes", title: "yes"), Choice(id: "no", title: "no")]),
          hint: "words worth keeping go into the feedback log", value: "yes"),
      ])
  }

  func saveLetterAnswered(
    _ id: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    let it = try known(id, context)
    let on = try values.day("on") ?? context.now.day
    return Recipe.answered(it, on: on, useful: values.line("useful") == "yes")
  }

  func letterReleaseForm(_ id: ID, _ context: FormContext) -> Form {
    let it = letter(id, context)
    let until =
      it?.heldUntil.map { "\($0.day.short(today: context.now.day)) \($0.clock)" } ?? "later"
    let isMood = it.map(LetterHold.isForMood) ?? true
    return Form(
      title: "It rests until \(until)",
      fields: [
        FormField(
          id: "rest", label: "Why it rests",
          kind: .note(
            isMood
              ? "You began it on a hard day. A night often takes the sting out of a line."
              : "You set it aside until that day.")),
        FormField(
          id: "why", label: "Why it goes now", kind: .line,
          hint: "Esc leaves it at rest; it becomes ready by itself", required: true),
      ], submitTitle: "Let it go")
  }

  func saveLetterRelease(
    _ id: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    let it = try known(id, context)
    if values.line("why").isEmpty {
      throw FormFault(field: "why", message: "Write why it cannot wait, or let it rest.")
    }
    return Recipe.release(it, why: values.line("why"))
  }
}
