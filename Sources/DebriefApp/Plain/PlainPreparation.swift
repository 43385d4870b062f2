import DebriefModel
import TUI

/// Preparation and letters in plain mode.
extension PreparationPane {
  func told(_ folder: Folder) -> String {
    let all = folder.dossier.preparations
    return all.isEmpty ? "Nothing yet." : "Entries: \(all.count)."
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    items.map { item in
      if case .teaching(_, let text, _) = item {
        return ("What you learned from your last debriefs", String.said(text))
      }
      return ("", told(item, folder.dossier, desk))
    }
  }

  private func told(_ item: PreparationItem, _ dossier: Dossier, _ desk: Desk) -> String {
    let application = dossier.application
    switch item {
    case .teaching(_, let text, _): return String.said(text)
    case .heading(let kind):
      return String.said(
        "\(kind.label), \(count(kind, dossier, now: desk.now, desk.commands))", "A heading")
    case .entry(let it): return told(it, dossier, desk)
    case .channel: return String.said("How to apply: \(channel(application))")
    case .dress:
      return String.said("Dress code: \(dress(dossier, now: desk.now, desk.commands).text)")
    case .pay:
      let named = pay(application)
      let gaps = PayGap.sentences(application).map { "What you asked for: \($0)" }
      return String.said(
        named.isEmpty
          ? desk.commands.named("Pay: no numbers yet; {preparation.edit} adds them")
          : "Pay: \(named.joined(separator: ", "))",
        gaps.map { String.said($0) }.joined(separator: " "))
    }
  }

  /// An entry: what it is, its state in words in place of its mark, and all there is to it.
  private func told(_ it: Preparation, _ dossier: Dossier, _ desk: Desk) -> String {
    var parts = [it.text.oneLine, it.kind.one.capitalizedFirst, state(it, dossier, desk)]
    switch it.kind {
    case .claim, .requirement:
      // Their first fact is the state.
      parts += facts(it, desk.commands).dropFirst()
      if it.kind == .claim, it.delivery == nil,
        isGrid(dossier, width: Plain.wide, now: desk.now)
      {
        parts.append("Not rated since the interview")
      }
    case .fit: parts += facts(it, desk.commands)
    case .instruction, .document, .company, .question, .answer: break
    }
    if !it.detail.isEmpty {
      parts.append("\(it.kind == .answer ? "Your answer" : "Notes"): \(it.detail.oneLine)")
    }
    if it.kind == .answer {
      let unsure = hedges?.words(it.detail) ?? []
      if !unsure.isEmpty { parts.append("Sounds unsure: \(unsure.joined(separator: ", "))") }
      if let said = saidBefore(it) { parts.append("You've said before: \(said.oneLine)") }
    }
    return parts.filter { !$0.isEmpty }.map { String.said($0) }.joined(separator: " ")
  }

  private func state(_ it: Preparation, _ dossier: Dossier, _ desk: Desk) -> String {
    func day(_ day: Day) -> String { day.short(today: desk.now.day) }
    if it.kind == .fit { return "" }
    if it.kind == .company, let day = it.done.map(day) { return "News from: \(day)" }
    let late = PreparationRules.isLate(it, dossier, now: desk.now)
    let state =
      it.state != .open ? Preparation.label(it.state, it.kind) : late ? "late" : "not done yet"
    let on =
      it.done.map { " \(day($0))" } ?? it.due.map { ", \(late ? "was due" : "by") \(day($0))" }
    return "Status: \(state)\(on ?? "")"
  }
}

extension LettersPane {
  func told(_ folder: Folder) -> String {
    let letters = folder.dossier.letters
    return letters.isEmpty
      ? "None yet."
      : "To send: \(letters.count { !$0.isSent }). Sent: \(letters.count(where: \.isSent))."
  }

  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String] {
    folder.dossier.letters.isEmpty
      ? [
        "No letters yet. Type a to start one: a thank-you, a request for feedback, a note to stay in touch. You send them yourself, when you're ready."
      ] : []
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    folder.dossier.letters.map { it in
      let to = folder.dossier.person(it.to)?.name ?? "no one in particular"
      return (
        "",
        String.said(
          folder.dossier.title(of: it), "To: \(to)",
          "Status: \(LettersPane.standing(it, now: desk.now).words)",
          it.subject.isEmpty ? nil : "Subject: \(it.subject)",
          it.override.flatMap { $0.isEmpty ? nil : "Taken off hold: \($0)" })
      )
    }
  }
}

/// An open letter: its lines numbered, so that one can be written anew; the suggestions after it.
extension LetterEditor {
  func spoken(_ desk: Desk) -> Spoken {
    let standing = LettersPane.standing(letter, now: desk.now).words
    let title = desk.folder?.dossier.title(of: letter) ?? letter.title
    var it = Spoken("\(title.capitalizedFirst), \(standing)")
    let to = desk.folder?.dossier.person(self.to)?.name ?? "no one in particular"
    it.lines = ["To: \(to)", "Subject: \(subject.text.isEmpty ? "none" : subject.text)"]
    let text = area.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if isLocked {
      it.lines += text + [LetterEditor.settled]
    } else {
      it.choices = text.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }.map {
        at, line in
        Spoken.Choice("\(at + 1)", line) { app in
          app.run([.open(LetterEditor.prompt(line: at, line))])
        }
      }
      it.asks =
        area.isEmpty ? "There's no text yet. w writes it." : "The text. A number changes that line."
      spokenSuggestions(&it, desk)
      spokenWords(&it)
    }
    it.enter = Spoken.Step(isLocked ? "back" : "save it and go back", Spoken.command("letter.save"))
    it.back = Spoken.command("letter.leave")
    return it
  }

  private func spokenSuggestions(_ it: inout Spoken, _ desk: Desk) {
    let notes = notes(desk)
    it.lines.append(heading(desk) + (remarks.isEmpty && notes.isEmpty ? "." : ":"))
    it.lines += remarks.map { String.said($0.says, $0.why.capitalizedFirst, desk.named($0.mend)) }
    it.lines += notes
  }

  private func spokenWords(_ it: inout Spoken) {
    let subject = subject.text
    it.words["w"] = Spoken.Step("rewrite the whole text") { app in
      app.write(LetterEditor.writing)
      app.notice = App.Notice(text: "Type the letter. A line with only a dot ends it.")
      return []
    }
    it.words["j"] = Spoken.Step("change the subject") { app in
      app.run([
        .open(
          PromptOverlay("subject: ", subject) { line, _ in
            [
              .with(LetterEditor.self) { editor, desk in
                editor.subject = TextField(line.field.text)
                return editor.written(desk, changed: true)
              }
            ]
          })
      ])
    }
    it.words["e"] = Spoken.Step("use your editor") { app in
      guard app.plain.hasEditor else {
        app.notice = App.Notice(text: "There's no terminal here for your editor; w writes it here.")
        return []
      }
      return app.input(.key(.ctrl("o")))
    }
    it.words[":undo"] = Spoken.Step("undo the last change to the text") { app in
      app.input(.key(.ctrl("_")))
    }
  }

  /// The whole text, line by line.
  private static let writing = Spoken.Text(
    isLong: true,
    write: { app, text in
      LetterEditor.reach(&app) { editor, _ in editor.replace(text: text) }
    },
    done: { app in
      let requests = LetterEditor.reach(&app) { editor, desk in editor.written(desk, changed: true)
      }
      return app.run(requests ?? [])
    })

  /// Asks for one line anew; a single - takes it out.
  private static func prompt(line at: Int, _ text: String) -> PromptOverlay {
    PromptOverlay("new text for line \(at + 1), or - to delete it: ", text) { prompt, _ in
      [
        .with(LetterEditor.self) { editor, desk in
          var lines = editor.area.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
          guard lines.indices.contains(at) else { return [] }
          if prompt.field.text == "-" {
            lines.remove(at: at)
          } else {
            lines[at] = prompt.field.text
          }
          editor.replace(text: lines.joined(separator: "\n"))
          return editor.written(desk, changed: true)
        }
      ]
    }
  }
}
