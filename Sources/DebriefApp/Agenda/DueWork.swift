import DebriefModel
import TUI

/// What can be done with a thing that is due, wherever it is shown: on the first screen, and in the list
/// over any screen.
enum DueWork {
  /// Why nothing can be done with it; `opens` says what sorts the notes that wait.
  static func why(_ entry: AgendaEntry?, _ desk: Desk, opens: String) -> String? {
    guard let entry else {
      return desk.due.agenda.isEmpty
        ? "There's nothing to do right now."
        : "{home.due} goes to your to-dos; {agenda} shows all of them."
    }
    return entry.kind == .sort ? opens : nil
  }

  /// It is done, as far as a key alone can say so.
  static func done(_ entry: AgendaEntry, _ desk: inout Desk) -> [Request] {
    switch entry.kind {
    case .glad: return [.open(gladPicker(entry))]
    case .change:
      // A change is done when it was tested: the form asks what that showed.
      let form = FormPurpose.tested(entry.application, improvement: entry.subject)
      return [.effect(.loadDossier(entry.application, then: Sequel { $0.open(form) }))]
    case .afterNo where entry.subject.text == AfterNo.Step.ask.rawValue:
      // A question that was asked waits for its answer in the log.
      let form = FormPurpose.ask(entry.application)
      return [.effect(.loadDossier(entry.application, then: Sequel { $0.open(form) }))]
    case .capture, .reply, .promise, .noAnswer, .thanks, .warm, .letter, .prepare, .document,
      .offer, .silence, .sort, .next, .replied, .rest, .tell, .checkIn, .afterNo:
      let facts = desk.due.facts(of: entry)
      return marked(Recipe.done(entry, facts, ids: &desk.ids, now: desk.now))
    }
  }

  /// It is dropped.
  static func drop(_ entry: AgendaEntry, _ desk: inout Desk) -> [Request] {
    marked(Recipe.mark(entry, .dropped, ids: &desk.ids, now: desk.now))
  }

  /// It goes to another day.
  static func move(_ entry: AgendaEntry, _ desk: inout Desk) -> [Request] {
    [.open(moves(entry, desk))]
  }

  /// To where it gets done.
  static func open(_ entry: AgendaEntry, _ desk: inout Desk) -> [Request] {
    if entry.kind == .sort { return Inbox.open(desk) }
    var requests: [Request] = []
    // To where the reply is taken in, wherever one is in the debrief.
    if entry.kind == .replied {
      requests.append(
        .with(ChecklistPane.self) { pane, _ in
          pane.item = nil
          return []
        })
    }
    // Silence is a conclusion of the user's: it is asked for where the application is seen.
    if entry.kind == .silence {
      let facts = desk.due.facts(of: entry)
      let change = Recipe.done(entry, facts, ids: &desk.ids, now: desk.now)
      requests.append(
        .open(
          ConfirmOverlay(
            question: "Count \(entry.name) as a no?",
            detail:
              "Their silence says nothing about you. If they do write, you can reopen it.",
            yes: [.effect(.apply(change))])))
    }
    let sequel: Sequel =
      if entry.kind == .prepare {
        .prepare
      } else if let kind = letter(of: entry) {
        .letter(kind, to: entry.person)
      } else {
        .review(entry.kind.pane)
      }
    return requests + [.effect(.loadDossier(entry.application, then: sequel))]
  }

  /// The letter an entry asks for, such as a thank-you note; nil where it asks for none.
  private static func letter(of entry: AgendaEntry) -> LetterKind? {
    switch entry.kind {
    case .thanks: .thanks
    case .checkIn, .promise: .check
    case .tell: .withdrawal
    case .afterNo:
      // What asks for advice is noted by its own form.
      AfterNo.Step(rawValue: entry.subject.text).flatMap {
        $0 == .ask ? nil : LetterKind(rawValue: $0.letter)
      }
    case .sort, .capture, .reply, .prepare, .document, .offer, .noAnswer, .silence, .warm, .glad,
      .change, .next, .letter, .replied, .rest:
      nil
    }
  }

  private static func marked(_ change: Change) -> [Request] {
    [.notice("Done. {undo} undoes it."), .effect(.apply(change))]
  }

  private static func gladPicker(_ entry: AgendaEntry) -> PickerOverlay {
    /// Keeps whether one is glad (A52).
    func glad(_ isGlad: Bool) -> PickerOverlay.Does {
      { desk in
        guard let it = desk.due.facts(of: entry) else { return [] }
        return marked(
          Recipe.glad(isGlad, it.application, entry, ids: &desk.ids, now: desk.now))
      }
    }
    return PickerOverlay(
      "\(entry.name): looking back, was it for the best?",
      [
        .init("Yes, it was for the best", key: "y", does: glad(true)),
        .init("No, I don't think so", key: "n", does: glad(false)),
      ])
  }

  private static func moves(_ entry: AgendaEntry, _ desk: Desk) -> PickerOverlay {
    let today = desk.now.day
    func option(_ days: Int, _ title: String, _ key: String) -> PickerOverlay.Option {
      let day = today.adding(days: days)
      return .init(
        title, detail: "\(day.weekdayName) \(day.short(today: today))", key: key
      ) { desk in
        moved(entry, to: day, &desk)
      }
    }
    return PickerOverlay(
      "Move it to",
      [
        option(1, "tomorrow", "1"), option(3, "in 3 days", "2"), option(7, "in a week", "3"),
        option(14, "in 2 weeks", "4"),
        .init("a date …", key: "5") { _ in
          [
            .open(
              PromptOverlay("move to: ", kind: .day) { line, desk in
                move(entry, to: line.field.text, &desk)
              })
          ]
        },
      ])
  }

  /// Moves an entry to a day in words.
  private static func move(
    _ entry: AgendaEntry, to text: String, _ desk: inout Desk
  ) -> [Request] {
    if text.allSatisfy(\.isWhitespace) { return [] }
    let words = DateWords(now: desk.now, direction: .future)
    guard let day = words.day(text), day > desk.now.day else {
      return [
        .fault(
          words.refusal(of: text)
            ?? "\"\(text)\" isn't a date in the future. Type tomorrow, fri, 3 apr, or in 3 weeks.")
      ]
    }
    return moved(entry, to: day, &desk)
  }

  private static func moved(_ entry: AgendaEntry, to day: Day, _ desk: inout Desk) -> [Request] {
    let when = "\(day.weekdayName) \(day.short(today: desk.now.day))"
    return [
      .notice("Moved to \(when). {undo} undoes it."),
      .effect(
        .apply(Recipe.mark(entry, .moved, until: day, ids: &desk.ids, now: desk.now))),
    ]
  }
}

extension Sequel {
  /// Shows the letters of the application that came, and the one that is to be written: what was begun of
  /// it, else a new one. Where there can't be one, a sentence says why.
  static func letter(_ kind: LetterKind, to person: ID?) -> Sequel {
    Sequel.review(.letters).and { app in
      guard app.overlays.isEmpty, let dossier = app.desk.folder?.dossier else { return [] }
      if let reason = LetterRules.refusal(kind, dossier, now: app.desk.now) {
        return app.run([.notice(reason)])
      }
      // Of a to-do that is about nobody, what stands there is the application.
      let person = dossier.person(person)?.id
      return app.run(
        person.map { LettersPane.begin(kind, to: $0, dossier) }
          ?? LettersPane.begin(kind, dossier, app.desk))
    }
  }
}
