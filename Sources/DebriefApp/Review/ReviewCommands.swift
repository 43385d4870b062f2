import DebriefModel
import TUI

extension Scope {
  static let review = screen("review", "Review", taken: [])
}

extension Review: FolderPlace {
  static let scope = Scope.review

  static let commands: [Command] = [
    command("review.next", ["tab"], "Next part of the review", footer: "next part") {
      review, _, _ in
      review.cycle(1)
      return []
    },
    command("review.previous", ["shift+tab"], "Previous part of the review") { review, _, _ in
      review.cycle(-1)
      return []
    },
    goes(to: .findings, "Strengths and weaknesses"),
    goes(to: .feedback, "Feedback"),
    goes(to: .checklist, "The question you're on"),
    goes(to: .script, "Notes from the interview"),
    goes(to: .preparation, "Get ready for an interview"),
    goes(to: .letters, "Letters"),
    command("review.zoom", ["z"], "Show only this part, or all of them again") { review, _, _ in
      review.zoomed.toggle()
      return []
    },
    command("review.page", ["p"], "One-page summary", footer: "page") { _, _, _ in
      [.page]
    },
    command(
      "review.verdict", ["v"], "What may have decided it, and what points to it",
      why: { _, folder, _ in
        switch folder.verdict.headline {
        case .undecided, .accepted, .decided: nil
        case .unknown, .noFault, .likely:
          Verdict.mayBeSaid(folder.dossier)
            ? nil : "That comes later, at “What decided it?”, once you have both lists."
        }
      },
      does: { _, _, _ in [.open(VerdictOverlay())] }),
    command("review.improvements", ["T"], "Changes to try: tried, done, or dropped") {
      _, folder, _ in
      [.open(ImprovementsOverlay()), .effect(.loadImprovements(besides: folder.id))]
    },
    command(
      "review.write", ["alt+w"], "Get it off your chest, for your eyes only: seal it or burn it",
      why: { _, folder, _ in WriteOutOverlay.refusal(folder) },
      does: { _, folder, desk in [.open(WriteOutOverlay(application: folder.id, since: desk.now))] }
    ),
    command("review.private", ["B"], "A private note: never counted, searched, or exported") {
      _, folder, _ in [.effect(.loadPrivate(folder.id))]
    },
    command("review.outcome", ["o"], "Record how it ended") { _, folder, _ in
      [.form(.outcome(folder.id))]
    },
    command(
      "review.forecast", ["F"], "Predict how it will go, before you hear",
      why: { _, folder, desk in ForecastRules.refusal(folder.dossier, now: desk.now) },
      does: { _, folder, desk in
        let form = FormPurpose.forecast(folder.id)
        return desk.record.asks()
          ? [.effect(.loadRecord(then: Sequel { $0.open(form) }))] : [.form(form)]
      }),
    command(
      "review.promised", ["U"], "They gave you a date for their answer",
      why: { _, folder, _ in
        if case .waiting = folder.status.outcome { return nil }
        if case .silent(_, confirmed: false) = folder.status.outcome { return nil }
        return "They've decided, so there's no answer to wait for."
      },
      does: { _, folder, _ in [.form(.promised(folder.id))] }),
    command(
      "review.happened", ["alt+e"], "Something happened: add it to the timeline",
      does: { _, folder, _ in [.form(.happened(folder.id))] }),
    command(
      "review.dates", ["alt+d"], "Correct the date of something you saved",
      why: { _, folder, _ in
        DatedFact.list(folder.dossier).isEmpty
          ? "Nothing has a date yet; {review.application} adds when you applied." : nil
      },
      does: { _, folder, desk in [.open(dates(folder, now: desk.now))] }),
    command(
      "review.after", ["t"], "The days after a rejection: thanks, and one question",
      why: { _, folder, desk in
        AfterNo(folder.dossier, now: desk.now) == nil
          ? "They haven't said no here, so there's nothing you need to do." : nil
      },
      does: { _, _, _ in [.open(AfterNoOverlay())] }),
    command("review.refresher", ["alt+r"], "Read up before you talk to them again") { _, _, _ in
      [.open(RefresherOverlay())]
    },
    command("review.everything", ["alt+a"], "Read everything about this application") {
      _, folder, desk in
      [.effect(.loadEverything(folder.id, columns: EverythingOverlay.columns(desk)))]
    },
    command("review.interview", ["i"], "Add an interview, or edit one") { _, folder, _ in
      folder.dossier.interviews.isEmpty
        ? [.form(.interview(folder.id, editing: nil))] : [.open(rounds(folder))]
    },
    command("review.application", ["A"], "Edit the application") { _, folder, _ in
      [.form(.application(folder.id))]
    },
  ]

  /// The name of the command that leads to a pane.
  static func goes(to pane: PaneID) -> String { "review.\(pane)" }

  /// The command itself: each pane has the key of its number.
  private static func goes(to pane: PaneID, _ title: String) -> Command {
    let number = "\(pane.rawValue)"
    return command(goes(to: pane), [number, "alt+" + number], title) { review, _, _ in
      review.visit(pane)
      return []
    }
  }

  private static func rounds(_ folder: Folder) -> PickerOverlay {
    var options = folder.dossier.interviews.map { it in
      PickerOverlay.Option(
        "Edit round \(it.round), \(it.kind.label)", detail: it.startLabel ?? "date not noted"
      ) { _ in [.form(.interview(folder.id, editing: it.id))] }
    }
    options.append(
      .init("Add another interview") { _ in [.form(.interview(folder.id, editing: nil))] })
    return PickerOverlay("Interviews", options)
  }

  /// What has a day that can be corrected, the latest first; a round also while it is ahead, and when it
  /// was called off.
  private static func dates(_ folder: Folder, now: Moment) -> PickerOverlay {
    let options = DatedFact.list(folder.dossier).reversed().map { it in
      PickerOverlay.Option(
        it.title, detail: it.when(today: now.day) + standing(it, folder, now: now)
      ) { _ in
        switch it.what {
        case .event(let event): [.form(.event(folder.id, editing: event.id))]
        case .round(let round):
          [
            .form(.interview(folder.id, editing: round.id)),
            .with(FormOverlay.self) { form, _ in
              form.focus("start")
              return []
            },
          ]
        }
      }
    }
    return PickerOverlay("Which date do you want to correct?", options)
  }

  /// What a list of days says of a round that did not happen yet, or never will.
  private static func standing(_ fact: DatedFact, _ folder: Folder, now: Moment) -> String {
    guard case .round(let round) = fact.what else { return "" }
    return switch folder.dossier.standing(round, now: now) {
    case .off: ", didn't take place"
    case .ahead: ", still ahead"
    case .held, .undated: ""
    }
  }

  // MARK: - The place

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    desk.room = room(desk.size)
    return self[focus].take(event, &desk)
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    guard let pane = at.part.flatMap(PaneID.init(rawValue:)) else { return [] }
    if focus != pane { focus(pane) }
    desk.room = room(desk.size)
    return self[pane].point(at.inPart, &desk)
  }

  /// The pane under the pointer moves, whichever has the keys.
  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] {
    let pane = at.part.flatMap(PaneID.init(rawValue:)) ?? focus
    desk.room = room(desk.size, of: pane)
    defer { desk.room = room(desk.size) }
    return self[pane].wheel(isDown: isDown, at.inPart, &desk)
  }

  /// The checklist is on the screen wherever the keys are.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    let effects = self[focus].wants(&desk)
    return focus == .checklist ? effects : effects + self[.checklist].wants(&desk)
  }

  /// Whether an answer is being typed.
  var isTyping: Bool { self[focus].isTyping }
  func hints(_ desk: Desk) -> [(key: String, title: String)]? { self[focus].hints(desk) }
  func footerWord(_ command: Command, _ desk: Desk) -> String? {
    self[focus].footerWord(command, desk)
  }
  /// What is typed as an answer stays typed while one looks at another pane.
  var draft: Draft? { self[.checklist].draft }
  var draftScope: String? { self[.checklist].draftScope }
  var unsaved: Unsaved? { self[.checklist].unsaved }

  func bar(_ desk: Desk) -> Bar? { self[focus].bar(desk) }

  func row(of thing: String, _ desk: Desk) -> Int? { self[focus].row(of: thing, desk) }

  mutating func hold(_ row: Int, _ desk: Desk) { self[focus].hold(row, desk) }

  /// What is searched is the list that has the keys.
  func findable(_ desk: Desk) -> [String]? { desk.folder.map { self[focus].texts($0) } }

  func foundRow(_ desk: Desk) -> Int { desk.folder.map { self[focus].row($0) } ?? 0 }

  mutating func find(_ row: Int, _ desk: inout Desk) {
    if let folder = desk.folder { self[focus].select(row, folder) }
  }

  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout Review, inout Desk) -> R) -> R? {
    app.desk.folder == nil ? nil : body(&app.review, &app.desk)
  }

  static func look<R>(_ app: App, _ body: (Review, Desk) -> R) -> R? {
    app.desk.folder == nil ? nil : body(app.review, app.desk)
  }
}

extension Review {
  /// Goes to what a line of the verdict leads to.
  mutating func go(to place: VerdictReasons.Place, _ folder: Folder) {
    let dossier = folder.dossier
    switch place {
    case .finding(let id), .rival(let id):
      if var pane = self[.findings] as? FindingsPane {
        pane.show(id, dossier)
        self[.findings] = pane
      }
      focus(.findings)
    case .turn(let id):
      go(.script, dossier.turns.firstIndex { $0.id == id }, folder)
    case .feedback(let id):
      go(.feedback, dossier.feedback.firstIndex { $0.id == id }, folder)
    case .response(let id):
      let item = dossier.responses.first { $0.id == id }?.item
      go(.checklist, folder.wizard?.entries.firstIndex { $0.item.id == item }, folder)
    }
  }

  private mutating func go(_ pane: PaneID, _ row: Int?, _ folder: Folder) {
    if let row { self[pane].select(row, folder) }
    focus(pane)
  }

  /// Goes to a thing a search found, where its pane shows single things.
  mutating func show(_ kind: Entity.Kind, _ id: ID, _ desk: Desk) {
    guard let folder = desk.folder else { return }
    switch kind {
    case .finding: go(to: .finding(id), folder)
    case .turn: go(to: .turn(id), folder)
    case .feedback: go(to: .feedback(id), folder)
    case .response: go(to: .response(id), folder)
    case .application, .person, .interview, .event, .debrief, .improvement, .letter, .forecast,
      .note, .preparation, .mark, .resume, .profile, .review:
      break
    }
  }
}
