import DebriefModel
import TUI

/// One application in plain mode: a list of what there is of it, and its panes as numbered rows.
extension Review {
  /// What there is of the open application, and what can be done with it: the review's own commands.
  func hub(_ app: App) -> Spoken {
    let desk = app.desk
    guard let folder = desk.folder else { return Spoken("") }
    let application = folder.dossier.application
    var it = Spoken(Review.spokenName(folder))
    it.lines = [
      String.said(
        "Outcome: \(folder.status.outcome.told(today: desk.now.day))",
        folder.verdict.said(of: folder.dossier).capitalizedFirst)
    ]
    if let day = LastContact.coldEnding(folder.dossier) {
      it.lines.append(
        "Your last exchange, on \(day.short(today: desk.now.day)), was a little cold.")
    }
    let commands = desk.commands.commands(.review).filter {
      !App.onlyOnScreen.contains($0.name) && $0.why(app) == nil
    }
    it.asks = "\(application.company): what would you like to do?"
    it.choices = commands.enumerated().map { at, command in
      let pane = Review.panes[command.name]
      let note = pane.map { self[$0].told(folder) } ?? ""
      return Spoken.Choice("\(at + 1)", String.said(command.title, note)) { app in
        app.performHere(command)
      }
    }
    it.enter = Spoken.Step("the debrief") { app in
      app.plain.isAtHub = false
      app.review.focus(.checklist)
      return []
    }
    it.back = { app in
      app.plain.isAtHub = false
      return app.toHome()
    }
    return it
  }

  func spoken(_ desk: Desk) -> Spoken { self[focus].spoken(desk) }

  /// The commands that lead to a pane.
  static let panes = Dictionary(
    uniqueKeysWithValues: PaneID.allCases.map { (goes(to: $0), $0) })

  /// The company and the job.
  static func spokenName(_ folder: Folder) -> String {
    let it = folder.dossier.application
    return [it.company, it.role].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Back to the list of what there is of the application.
  static let toHub: Spoken.Does = { app in
    app.plain.isAtHub = true
    return []
  }
}

extension Pane {
  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String] { [] }

  func spoken(_ desk: Desk) -> Spoken { spokenRows(desk) }

  /// The pane as numbered rows.
  func spokenRows(_ desk: Desk) -> Spoken {
    guard let folder = desk.folder else { return Spoken("") }
    var it = Spoken("\(Review.spokenName(folder)): \(title(folder).lowercasedFirst)")
    it.lines = toldFirst(folder, desk)
    it.choices = toldRows(folder, desk).enumerated().map { at, row in
      let hold: @Sendable (inout App) -> Void = { app in
        guard let folder = app.desk.folder else { return }
        Self.reach(&app) { pane, _ in pane.select(at, folder) }
      }
      return Spoken.Choice("\(at + 1)", row.text, group: row.group, hold: hold) { app in
        hold(&app)
        return Self.opens(&app)
      }
    }
    if !it.choices.isEmpty { it.asks = Self.asksWhich(desk) }
    if let add = Self.commands.first(where: { $0.keys.first == "a" }) {
      it.words["a"] = Spoken.Step(add.title.lowercasedFirst, Spoken.command(add.name))
    }
    it.enter = Spoken.Step("back", Review.toHub)
    it.back = Review.toHub
    return it
  }
}

// MARK: - Strengths and weaknesses

extension FindingsPane {
  func told(_ folder: Folder) -> String {
    let all = folder.dossier.findings
    let (good, bad) = (all.count { $0.kind == .strength }, all.count { $0.kind == .weakness })
    return "Went well: \(good). Didn't: \(bad)."
  }

  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String] {
    var lines = filter.map { ["Only what happened \($0.label) the interview."] } ?? []
    if shown(folder.dossier).isEmpty {
      lines.append(
        "Both lists are empty. Type a to add to what didn't go well, or + to add to what went well."
      )
    }
    return lines
  }

  func spoken(_ desk: Desk) -> Spoken {
    guard let folder = desk.folder else { return Spoken("") }
    var it = spokenRows(desk)
    let id = folder.id
    it.words["+"] = Spoken.Step("add something that went well") {
      $0.open(.finding(id, .strength, editing: nil, evidence: nil))
    }
    it.words["a"] = Spoken.Step("add something that didn't go well") {
      $0.open(.finding(id, .weakness, editing: nil, evidence: nil))
    }
    return it
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    let partly = Set(folder.dossier.circumstances(folder.reasons).partly.map(\.id))
    return shown(folder.dossier).map { it in
      let group =
        switch it.kind {
        case .strength: "What went well"
        case .weakness: "What didn't go well"
        case .outside: partly.contains(it.id) ? PageTitles.partly : PageTitles.outside
        }
      return (group, FindingsPane.told(it, folder, desk))
    }
  }

  /// A finding in words: its sentence, and all that a row has of it.
  static func told(_ it: Finding, _ folder: Folder, _ desk: Desk) -> String {
    let dossier = folder.dossier
    let rests = evidence(it, dossier)
    let rival = it.rival.flatMap { $0.isEmpty || $0 == VerdictReasons.nothingElse ? nil : $0 }
    let turn = Moments.turn(it, dossier)
    let said =
      it.kind == .weakness ? turn.flatMap { desk.hedges.value?.words($0.answer) } ?? [] : []
    return String.said(
      it.statement, "Importance: \(it.weight) of 5",
      "When: \(it.phase.label) the interview",
      rests.isEmpty ? nil : "How you know: \(rests)", rival.map { "Or maybe: \($0)" },
      turn.map { "Asked: \($0.question)" },
      said.isEmpty ? nil : "You said: \(said.joined(separator: ", "))",
      Moments.isWanted(it, dossier) ? "No example yet" : nil, dossier.lateness(it))
  }
}

// MARK: - Feedback

extension FeedbackPane {
  func told(_ folder: Folder) -> String {
    let log = folder.dossier.feedback
    return log.isEmpty
      ? "None yet." : "Replies: \(log.count { $0.received != nil }) of \(log.count)."
  }

  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String] {
    folder.dossier.feedback.isEmpty
      ? [
        "You haven't asked anyone yet. {feedback.ask} notes that you asked; {feedback.add} adds what someone told you."
      ] : []
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    folder.dossier.feedback.map { ("", told($0, folder, desk)) }
  }

  private func told(_ it: Feedback, _ folder: Folder, _ desk: Desk) -> String {
    let today = desk.now.day
    let state =
      it.received != nil
      ? "They answered by \(it.channel.label)" + (it.candour.map { ", \($0.label)" } ?? "")
      : it.closed
        ? "No answer, and you stopped waiting"
        : "Asked by \(it.channel.label), waiting"
          + (it.due.map { ", check back \($0.short(today: today))" } ?? "")
    let things = it.three.enumerated().map { n, thing in
      let reason = folder.reasons.first { $0.code == thing.reason }.map { ", \($0.title)" } ?? ""
      return
        "Held you back \(n + 1): \(thing.text)\(reason)\(thing.gap.map { ", \($0.label)" } ?? "")"
    }
    let slots = [
      ("Skills", it.qualification), ("More experience in", it.aspect), ("Fit", it.fit),
      ("Compared with others", it.comparison),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    let words = it.verbatim.split(whereSeparator: \.isNewline).joined(separator: " ")
    return String.said(
      it.from, "On \(it.sortDay.short(today: today))", state,
      words.isEmpty ? nil : "Their words: “\(words)”",
      (things + slots).map { String.said($0) }.joined(separator: " "))
  }
}

// MARK: - Notes from the interview

extension ScriptPane {
  func told(_ folder: Folder) -> String {
    let count = folder.dossier.turns.count
    return count == 0 ? "None yet." : "Questions: \(count)."
  }

  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String] {
    var lines: [String] = []
    let notes = folder.dossier.notes
    let waiting = notes.count { $0.kept != true }
    if waiting > 0 { lines.append("Notes to file: \(waiting). {inbox} files them.") }
    if folder.dossier.turns.isEmpty {
      lines.append(
        "Nothing written down yet. Type a to add a question and your answer. Any order is fine, and so are half sentences."
      )
    }
    return lines
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    folder.dossier.turns.map { it in
      let mark: String? =
        switch it.mark {
        case "+": "Marked: good"
        case "-": "Marked: bad"
        case "?": "Marked: not sure"
        default: nil
        }
      return (
        "",
        String.said(
          it.question, it.asker == .me ? "You asked this" : nil,
          it.answer.isEmpty ? nil : "Answer: \(it.answer.oneLine)",
          it.rating.map { "Your rating: \($0) of 5" }, mark,
          it.prepared.isEmpty ? nil : "Prepared: \(it.prepared.oneLine)",
          it.better.isEmpty ? nil : "Better: \(it.better.oneLine)",
          it.reaction.map { "They \($0.label)" },
          folder.dossier.person(it.person).map { "Asked by: \($0.name)" },
          folder.dossier.lateness(it))
      )
    }
  }
}

extension String {
  /// Its lines with a blank between them.
  var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
