import DebriefModel
import TUI

extension Scope {
  static let letter = text("letter", "Writing a letter")
}

extension LetterEditor {
  static let scope = Scope.letter

  static let commands: [Command] = [
    command("letter.save", ["ctrl+s"], "Save it and go back", footer: "save") { $0.save(&$1) },
    command(
      "letter.next", ["tab"], "Next part: text, suggestions, subject", footer: "part"
    ) { editor, desk in
      editor.go(1)
      return editor.written(desk, changed: false)
    },
    command(
      "letter.previous", ["shift+tab"], "Previous part: subject, suggestions, text"
    ) { editor, desk in
      editor.go(-1)
      return editor.written(desk, changed: false)
    },
    command(
      "letter.remark", ["ctrl+g"], "Go to the next suggestion in the text", footer: "suggestion"
    ) { editor, desk in
      let none = "None of the suggestions point to a particular spot in the text."
      return (editor.nextPlace() ? [] : [.notice(none)]) + editor.written(desk, changed: false)
    },
    changes("letter.to", ["alt+t"], "Change who it's for", footer: "to") { $0.recipients($1) },
    changes("letter.anew", ["alt+n"], "Write the draft again from your notes") { editor, _ in
      editor.wanted.map { [.effect(.draftLetter($0))] }
        ?? [.notice("There's no template for this kind of letter.")]
    },
    command(
      "letter.phrase", ["alt+p"], "Add another way to ask", footer: "ask",
      why: { editor, desk in
        if editor.isLocked { return settled }
        if editor.letter.letterKind != .request { return "This is for requests for feedback." }
        return desk.folder?.bank.contains { $0.side == .after } == true
          ? nil : "The question bank has no questions to ask after a no."
      },
      does: { _, desk in [.open(phrases(desk))] }),
    momentCommand,
    changes("letter.afresh", ["ctrl+x"], "Go back to the saved version") { editor, desk in
      let (id, kept) = (editor.letter.id, editor)
      let latest = desk.folder?.dossier.letters.first { $0.id == id } ?? kept.letter
      let stored = values(of: latest)
      editor = LetterEditor(latest, values: stored, original: stored)
      if let around = kept.around { editor.take(around) }
      editor.askedFor = kept.askedFor
      desk.drafts[editor.purpose.scope] = nil
      return [
        .notice("You're back to the saved version."),
        .effect(.discardDraft(scope: editor.purpose.scope)),
      ] + editor.written(desk, changed: true)
    },
    changes("letter.editor", ["ctrl+o"], "Write it in your text editor") { editor, _ in
      [.effect(.edit(text: editor.area.text, name: "letter"))]
    },
    command(
      "letter.leave", ["esc", "ctrl+c"], "Back, keeping a draft", footer: "back"
    ) { $0.leave(&$1) },
  ]

  /// A command that changes the letter: one that went out stays as it went.
  private static func changes(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (inout LetterEditor, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { editor, _ in editor.isLocked ? settled : nil }, does: does)
  }

  /// The ways to ask as one asks for advice (A71), each to be added to the letter.
  private static func phrases(_ desk: Desk) -> PickerOverlay {
    let asks = desk.folder?.bank.filter { $0.side == .after } ?? []
    return PickerOverlay(
      "Add a question to the letter",
      asks.map { question in
        PickerOverlay.Option(question.ask, detail: question.hint) { _ in
          [
            .with(LetterEditor.self) { editor, desk in
              let place = LetterAsking.place(
                of: question.ask, in: editor.area.text, cursor: editor.area.cursorCharacter)
              editor.area.move(toCharacter: place.at)
              editor.area.insert(place.words)
              return editor.written(desk, changed: true)
            }
          ]
        }
      }, filterable: true)
  }

  private func recipients(_ desk: Desk) -> [Request] {
    guard let dossier = desk.folder?.dossier else { return [] }
    let kind = letter.letterKind
    let fitting = kind.map { LetterRules.whoCanGet($0, dossier, now: desk.now) } ?? dossier.people
    let picker = LettersPane.recipientPicker(
      fitting.isEmpty ? dossier.people : fitting, kind, dossier, desk
    ) { to, _ in
      [
        .with(LetterEditor.self) { editor, desk in
          editor.to = to
          editor.check(desk)
          return [.notice("{letter.anew} writes a new draft for them; {key.undo} undoes that.")]
        }
      ]
    }
    return [.open(picker)]
  }

  /// What is said once it is saved.
  private var saved: Request {
    .notice(
      "Saved. Once you've sent it, mark it in Letters: {review.letters}, then {letters.sent}.")
  }

  private func save(_ desk: inout Desk) -> [Request] {
    let scope = purpose.scope
    do throws(FormFault) {
      let aside = besides(&desk)
      let change: Change
      if let aside {
        change = aside
      } else {
        let context = desk.formContext.asSeen([.letter(letter)])
        change = try purpose.change(values, context, ids: &desk.ids)
      }
      desk.drafts[scope] = nil
      guard !change.operations.isEmpty else {
        // As it was begun it is stored already: that is said all the same, for it was asked for.
        return [.close, .effect(.discardDraft(scope: scope))] + (letter.isSent ? [] : [saved])
      }
      var requests: [Request] = [.close]
      if aside != nil, case .insert(.letter(let new))? = change.operations.first {
        requests += [
          .with(LettersPane.self) { pane, _ in
            pane.follow = new.id
            return []
          },
          .notice(
            "Another window marked this letter as sent. What you typed is a new letter now."),
        ]
      } else {
        requests.append(saved)
      }
      return requests + [
        .effect(.apply(change, then: .comesBack(self))), .effect(.discardDraft(scope: scope)),
      ]
    } catch {
      return [.fault(error.message)]
    }
  }

  /// What was typed as a letter of its own, where another window has marked the open one as sent: what
  /// went out stays as it went.
  private func besides(_ desk: inout Desk) -> Change? {
    guard !isLocked, draft != nil,
      desk.folder?.dossier.letters.first(where: { $0.id == letter.id })?.isSent == true
    else { return nil }
    var new = Letter(
      id: desk.ids.draw(), application: letter.application, kind: letter.kind, recorded: desk.now)
    (new.to, new.subject, new.text) = (to, subject.text, area.text)
    return Change("letter added", [.insert(.letter(new))])
  }
}
