import DebriefModel
import TUI

extension LettersPane {
  static let commands: [Command] = [
    command("letters.add", ["a"], "Start a letter", footer: "add") { _, folder, desk in
      [.open(kindPicker(folder.dossier, now: desk.now))]
    },
    onLetter("letters.open", ["enter", "e"], "Write it or read it", footer: "write") { it, _, _ in
      [.form(.letter(it.application, it.id))]
    },
    onLetter(
      "letters.sent", ["s"], "Mark it as sent", footer: "sent",
      why: { it, desk in
        if it.isSent { return "It's already sent. {letters.answered} notes the answer." }
        return whyNotHandedOn(it, desk)
      },
      does: { it, _, desk in
        if it.isHeld(now: desk.now) { return [.form(.letterRelease(it.application, it.id))] }
        // What lies around it is read first: names that belong elsewhere are asked about.
        return [.effect(.loadLetterDesk(it.application, letter: it.id, then: .send(it.id)))]
      }),
    onLetter(
      "letters.answered", ["r"], "Note that they answered", footer: "answered",
      why: { it, _ in
        if it.state == .answered { return "You already noted the answer." }
        return it.isSent ? nil : "You haven't sent it yet. {letters.sent} marks it as sent."
      },
      does: { it, folder, _ in
        Recipe.ask(it, folder.dossier).map {
          [.form(.reply(it.application, editing: $0.id))]
        } ?? [.form(.letterAnswered(it.application, it.id))]
      }),
    handsOn("letters.copy", ["y"], "Copy it, to paste it elsewhere", footer: "copy") { it, _ in
      [.effect(.copyLetter(it.id, application: it.application))]
    },
    handsOn("letters.write", ["w"], "Save it to a file, as text or email") { it, folder in
      [
        .open(
          PromptOverlay("save to (.txt or .eml): ", fileName(it, folder.dossier), kind: .file) {
            line, _ in
            [
              .effect(
                .writeLetter(
                  it.id, application: it.application, path: line.field.text, then: line.again))
            ]
          })
      ]
    },
    handsOn("letters.mail", ["m"], "Open it in your email program") { it, _ in
      [.effect(.mailLetter(it.id, application: it.application))]
    },
    onLetter(
      "letters.editor", ["E"], "Write it in your text editor",
      why: { it, _ in it.isSent ? LetterEditor.settled : nil },
      does: { it, _, _ in [.editor(.letter(it.application, it.id))] }),
    command("letters.call-card", ["C"], "What to say if they call to turn you down") { _, _, _ in
      [.open(CallCardOverlay())]
    },
    command("letters.follow", ["f"], "How your letters have turned out so far") { _, _, _ in
      [.effect(.loadFollowThrough)]
    },
    onLetter("letters.delete", ["d"], "Delete") { it, _, desk in delete(it, &desk) },
  ]

  /// A command on the letter under the bar.
  private static func onLetter(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (Letter, Desk) -> String? = { _, _ in nil },
    does: @escaping @Sendable (Letter, Folder, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { pane, folder, desk in
        guard let it = pane.current(folder.dossier) else {
          return "There are no letters yet. {letters.add} starts one."
        }
        return why(it, desk)
      },
      does: { pane, folder, desk in
        guard let it = pane.current(folder.dossier) else { return [] }
        pane.follow = it.id
        return does(it, folder, &desk)
      })
  }

  /// A command that hands a letter to another program; one that rests may go all the same, with a reason
  /// (A65).
  private static func handsOn(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (Letter, Folder) -> [Request]
  ) -> Command {
    onLetter(
      name, keys, title, footer: footer, why: whyNotHandedOn,
      does: { it, folder, desk in
        it.isHeld(now: desk.now)
          ? [.form(.letterRelease(it.application, it.id))] : does(it, folder)
      })
  }

  /// Why a letter is not handed on: what was typed last is not in it yet, or nothing is.
  private static func whyNotHandedOn(_ it: Letter, _ desk: Desk) -> String? {
    if desk.drafts[FormPurpose.letter(it.application, it.id).scope] != nil {
      return
        "Your last changes aren't saved. {letters.open} opens the letter, and {letter.save} saves it."
    }
    return it.text.isEmpty ? "There's no text yet. {letters.open} opens it so you can write." : nil
  }

  /// Deletes a letter. What was typed and not saved goes into it before: so it comes back with the
  /// letter, and no draft is left that leads nowhere.
  private static func delete(_ it: Letter, _ desk: inout Desk) -> [Request] {
    let purpose = FormPurpose.letter(it.application, it.id)
    var (requests, last): ([Request], Letter) = ([], it)
    if !it.isSent, let draft = desk.drafts[purpose.scope],
      let change = try? purpose.change(
        draft.fields, desk.formContext.asSeen(draft.base), ids: &desk.ids)
    {
      for case .update(_, .letter(let typed)) in change.operations {
        last = typed
        requests = [.effect(.apply(change))]
      }
    }
    desk.drafts[purpose.scope] = nil
    return requests + [
      .notice("Deleted. {undo} brings it back. Its date stays in the timeline."),
      .effect(.apply(Change("letter deleted", [.delete(.letter(last))]))),
      .effect(.discardDraft(scope: purpose.scope)),
    ]
  }

  /// Where a letter is written to, when the user names no other file.
  private static func fileName(_ it: Letter, _ dossier: Dossier) -> String {
    let company = dossier.application.company.lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
    }
    let parts = String(company).split(separator: "-").joined(separator: "-")
    let word = it.letterKind?.word ?? it.kind
    return "\(parts.isEmpty ? "letter" : parts)-\(word).txt"
  }
}
