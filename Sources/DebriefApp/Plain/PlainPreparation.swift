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
      let rows = rows(
        item, folder.dossier, width: Plain.wide, open: true, now: desk.now, desk.commands)
      let words = rows.map(\.words).filter { !$0.isEmpty }
      switch item {
      case .teaching:
        return ("What you learned from your last debriefs", words.joined(separator: " "))
      case .heading: return ("", String.said(words.joined(separator: ", "), "A heading"))
      case .entry(let it): return ("", told(it, words, folder, desk))
      case .channel, .dress, .pay: return ("", String.said(words.joined(separator: ": ")))
      }
    }
  }

  /// An entry: its state in words in place of its mark.
  private func told(_ it: Preparation, _ words: [String], _ folder: Folder, _ desk: Desk) -> String
  {
    let late = PreparationRules.isLate(it, folder.dossier, now: desk.now)
    let state = Preparation.label(it.state, it.kind)
    var text = words.joined(separator: ". ")
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      text = String(text[text.index(after: end)...]).trimmed
    }
    return String.said(
      text, "\(it.kind.one.capitalizedFirst)",
      it.kind == .fit
        ? nil : "State: \(it.state == .open ? late ? "late" : "not done yet" : state)")
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
        "No letters yet. a starts one: a thank-you, a request for feedback, a note to stay in touch. You send them yourself, when you're ready."
      ] : []
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] {
    folder.dossier.letters.map { it in
      let to = folder.dossier.person(it.to)?.name ?? "no one in particular"
      return (
        "",
        String.said(
          it.title, "To: \(to)", "State: \(LettersPane.standing(it, now: desk.now).words)",
          it.subject.isEmpty ? nil : "Subject: \(it.subject)",
          it.override.flatMap { $0.isEmpty ? nil : "Taken off hold: \($0)" })
      )
    }
  }
}

/// An open letter: its lines numbered, so that one can be written anew; the suggestions after it.
extension LetterEditor {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("\(letter.title), \(LettersPane.standing(letter, now: desk.now).words)")
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
    let heading = heading
    let notes = notes(desk)
    it.lines.append(heading + (remarks.isEmpty ? "." : ":"))
    it.lines += remarks.map { String.said($0.says, $0.why.capitalizedFirst, desk.named($0.mend)) }
    it.lines += notes
  }

  private func spokenWords(_ it: inout Spoken) {
    let subject = subject.text
    it.words["w"] = Spoken.Step("write the whole text anew") { app in
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
    it.words["e"] = Spoken.Step("your editor") { app in
      guard app.plain.hasEditor else {
        app.notice = App.Notice(text: "There's no terminal here for your editor; w writes it here.")
        return []
      }
      return app.input(.key(.ctrl("o")))
    }
    it.words[":undo"] = Spoken.Step("take back the last change of the text") { app in
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
    PromptOverlay("line \(at + 1), written anew; - takes it out: ", text) { prompt, _ in
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
