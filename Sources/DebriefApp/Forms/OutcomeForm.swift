import DebriefModel
import TUI

/// The form of how an application ended.
struct OutcomeForm: FormKind {
  static let name = "outcome"
  private static let correction = "outcome corrected"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "an outcome" }
  var mainField: String { "words" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past), "met": .talked, "by": .from("on")]
  }

  func form(_ context: FormContext) -> Form {
    let known = recorded(context)
    let talk =
      asksForTalk(context)
      ? [FormField.interviewed(false), FormField.met, FormField.round] : []
    return Form(
      title: known == nil ? "How did it end?" : "How it ended",
      fields: [
        FormField(
          id: "ending", label: "What happened", kind: .choice(endings(known, context)),
          required: true, value: likelyEnding(context)?.rawValue ?? ""),
        FormField(
          id: "on", label: "When", kind: .line,
          hint: known.map {
            $0.known.map { "recorded for \($0.long)" }
              ?? "leave empty if you don't know, or type yesterday, fri, or 3 mar"
          } ?? "leave empty for today, or type yesterday, fri, or 3 mar",
          value: known?.known?.typed ?? ""),
        FormField(
          id: "words", label: "Their exact words", kind: .lines(rows: 3),
          hint: "paste or type what they wrote; it's kept word for word",
          value: known?.words ?? ""),
      ] + talk + [
        FormField.tone("How you left things", value: known?.tone).seldom(),
        FormField.offerDue(known?.due),
      ])
  }

  /// What may have happened: only what has ended can be open again, and only an offer turned down.
  private func endings(_ known: Event?, _ context: FormContext) -> [Choice] {
    let offered = context.dossier?.status(now: context.now).stage == .offered
    return choices(Recipe.Ending.self, \.label).filter {
      (known != nil || $0.id != Recipe.Ending.reopened.rawValue)
        && (offered || $0.id != Recipe.Ending.declined.rawValue)
    }
  }

  /// Whether nothing on file says that there was an interview: what is asked then depends on it.
  private func asksForTalk(_ context: FormContext) -> Bool {
    guard let dossier = context.dossier, dossier.application.id == id else { return false }
    return recorded(context) == nil && !dossier.status(now: context.now).everInterviewed
  }

  /// What is on file of it, which the form shows and corrects; nil while nothing is decided.
  private func recorded(_ context: FormContext) -> Event? {
    guard let dossier = context.dossier, dossier.application.id == id else { return nil }
    let kinds = Recipe.Ending.allCases.map(\.event).filter { $0 != .reopened }
    guard let last = dossier.events.filter(\.isDeciding).max(by: Event.inOrder),
      kinds.contains(last.kind)
    else { return nil }
    return last
  }

  func edited(_ context: FormContext) -> [Entity] { entities(recorded(context), Entity.event) }

  /// Something else that happened since isn't of the day that stands in the form.
  func known(_ values: [String: String], _ context: FormContext) -> [String: String] {
    guard let known = recorded(context), let day = known.known,
      let ending = values["ending"].flatMap(Recipe.Ending.init(rawValue:)),
      ending.event != known.kind, values["on"]?.trimmed == day.typed
    else { return [:] }
    return ["on": "That's the earlier date. Unless you change it, today's date is saved."]
  }

  /// How it stands already; nil while it waits, or an offer does: nothing is presupposed until they choose.
  private func likelyEnding(_ context: FormContext) -> Recipe.Ending? {
    switch context.dossier?.status(now: context.now).outcome {
    case .rejected: .rejected
    case .silent(_, confirmed: true): .silent
    case .withdrew: .withdrew
    case .declined: .declined
    case .accepted: .accepted
    case .offer, .waiting, .silent, nil: nil
    }
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let ending = Recipe.Ending(rawValue: values.line("ending")) else {
      throw FormFault(field: "ending", message: "Choose what happened.")
    }
    let day = try values.day("on")
    let due = ending == .offer ? try values.offerDue(on: day) : nil
    // The day that stood in the form was that of the outcome before.
    let isOld = day != nil && day == recorded(context)?.known
    let on = isOld ? context.now.day : day ?? context.now.day
    let change =
      if let known = recorded(context), known.kind == ending.event {
        corrected(known, on: day ?? known.known, due: due, values, context)
      } else {
        try added(ending, on: on, due: due, values, context, ids: &ids)
      }
    guard let dossier = context.dossier, dossier.application.id == id else { return change }
    return Recipe.rebranched(change, in: dossier, now: context.now)
  }

  /// The same outcome, with its day, words and note as they are in the form.
  private func corrected(
    _ known: Event, on day: Day?, due: Day?, _ values: FormValues, _ context: FormContext
  ) -> Change {
    let due = known.kind == .offered ? due : known.due
    var change = Change(OutcomeForm.correction, [])
    if let dossier = context.dossier, let day {
      change.operations =
        Recipe.correct(known, on: day, due: due, in: dossier, now: context.now).operations
    }
    // What has no day keeps none until somebody says it.
    var next = known
    if let day {
      next = known.corrected(on: day, due: due, now: context.now)
    } else {
      next.due = due
    }
    next.words = values.line("words")
    next.tone = Tone(rawValue: values.line("tone"))
    change.operations.removeAll { $0.entity.id == known.id }
    change.operations.insert(contentsOf: store(.event(known), .event(next)), at: 0)
    return change
  }

  /// Another outcome than the one on file, which stays where its day puts it.
  private func added(
    _ ending: Recipe.Ending, on day: Day, due: Day?, _ values: FormValues, _ context: FormContext,
    ids: inout IDSource
  ) throws(FormFault) -> Change {
    // What stands in the form from the outcome before was not said now.
    let known = recorded(context)
    let words = values.line("words") == known?.words ? "" : values.line("words")
    let tone = Tone(rawValue: values.line("tone"))
    if ending == .reopened, known == nil {
      throw FormFault(field: "ending", message: "This application is already open.")
    }
    if let dossier = context.dossier, dossier.application.id == id,
      let precedent = Precedent(
        ending, on: day, words: words, tone: tone, in: dossier)
    {
      if case .onFile(let it) = precedent {
        throw FormFault(
          field: "ending",
          message: precedent.sentence
            + (it.known == day ? "" : " If the date is wrong, open it and {press} {review.dates}."))
      }
      let question = context.named(
        "\(precedent.sentence) {again} to add this \(precedent.placing).")
      if !context.agreed.contains(question) {
        throw FormFault(field: "ending", message: question)
      }
    }
    if ending == .offer { try values.asksOfferDue(context) }
    let talk = asksForTalk(context) ? try values.interviewed() : nil
    var change = Recipe.outcome(
      ending, application: id, on: day, words: words, tone: tone, due: due, ids: &ids,
      now: context.now)
    if let talk {
      change.operations =
        Recipe.talk(
          at: talk.at, round: talk.round, application: id, on: day, ids: &ids, now: context.now)
        + change.operations
    }
    return change
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    guard app.screen == .home else {
      app.review.focus(.checklist)
      return []
    }
    // Where it goes on, there is nothing to look back on yet.
    let kind: Event.Kind? = change.inserted { entity -> Event.Kind? in
      if case .event(let it) = entity { it.kind } else { nil }
    }
    if kind == .reopened { return [] }
    // A correction leads nowhere else.
    if change.title == OutcomeForm.correction { return [] }
    return [.loadDossier(id, then: .review(.checklist))]
  }
}

extension OutcomeForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// How an application ended.
  static func outcome(_ id: ID) -> Self {
    Self(OutcomeForm(id: id))
  }
}

extension FormValues {
  /// By when an offer wants an answer (A109); nil where no day is typed.
  func offerDue(on day: Day?) throws(FormFault) -> Day? {
    guard let due = try self.day("by", from: "on") else { return nil }
    if due < day ?? due {
      throw FormFault(
        field: "by", message: "That's before the day they made the offer. Check both dates.")
    }
    return due
  }

  /// Asks once for that day where none is typed: it makes the offer come up in time.
  func asksOfferDue(_ context: FormContext) throws(FormFault) {
    let question =
      "When do they need your answer by? If they didn't say, leave it empty and save again."
    if line("by").isEmpty, !context.agreed.contains(question) {
      throw FormFault(field: "by", message: question)
    }
  }
}

extension FormField {
  /// By when an offer wants an answer.
  static func offerDue(_ due: Day?) -> FormField {
    FormField(
      id: "by", label: "Answer an offer by", kind: .line, hint: "fri, 3 apr, in 2 weeks",
      value: due?.typed ?? ""
    ).only("ending", Recipe.Ending.offer.rawValue)
  }

  /// The note a contact ended on (A95).
  static func tone(_ label: String, value: Tone? = nil) -> FormField {
    FormField(
      id: "tone", label: label,
      kind: .choice([Choice(id: "", title: "not noted")] + choices(Tone.self, \.label)),
      hint: "even if it ended a little cold, a friendly note helps", value: value?.rawValue ?? "")
  }
}
