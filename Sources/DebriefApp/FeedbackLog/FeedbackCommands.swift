import DebriefModel
import TUI

extension FeedbackPane {
  static let commands: [Command] = [
    command("feedback.add", ["a"], "Add what someone told you", footer: "add") { _, folder, _ in
      [.form(.reply(folder.id, editing: nil))]
    },
    command("feedback.ask", ["r"], "Note that you asked for feedback", footer: "asked") {
      _, folder, _ in
      [.form(.ask(folder.id))]
    },
    onEntry(
      "feedback.edit", ["e", "enter"], "Edit the reply and what held you back", footer: "edit"
    ) { it, _, _ in [.form(.reply(it.application, editing: it.id))] },
    makes(.weakness, "feedback.weakness", ["-"]),
    makes(.strength, "feedback.strength", ["+", "="]),
    onEntry(
      "feedback.gap", ["g"], "Pick one thing they said was missing: do you have it, or not yet?",
      why: { it in
        it.three.isEmpty
          ? "This reply doesn't say what held you back yet. {feedback.edit} adds it." : nil
      },
      does: { it, _, _ in gapRequests(it) }),
    command("feedback.call", ["C"], "For a phone call: what to ask, with room for their answers") {
      pane, folder, _ in
      let waiting = pane.current(folder.dossier).flatMap { $0.isWaiting ? $0.id : nil }
      return [.form(.call(folder.id, editing: waiting))]
    },
    onEntry(
      "feedback.close", ["x"], "Stop waiting for an answer",
      why: { $0.isWaiting ? nil : "You aren't waiting for an answer here." },
      does: { it, _, _ in
        var next = it
        next.closed = true
        return [
          .effect(
            .apply(Change("stopped waiting", [.update(from: .feedback(it), to: .feedback(next))]))),
          .notice(
            "You've stopped waiting. Their silence says nothing about you. "
              + "If an answer comes, {feedback.edit} adds it."
          ),
        ]
      }),
    onEntry("feedback.editor", ["E"], "Write their words in your text editor") { it, _, _ in
      [.editor(.reply(it.application, editing: it.id))]
    },
    onEntry("feedback.delete", ["d"], "Delete") { it, folder, desk in
      [.open(deletion(it, folder.dossier, today: desk.now.day))]
    },
  ]

  /// A command on the entry under the bar.
  private static func onEntry(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (Feedback) -> String? = { _ in nil },
    does: @escaping @Sendable (Feedback, Folder, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { pane, folder, _ in
        guard let it = pane.current(folder.dossier) else {
          return "There's no feedback yet. {feedback.ask} notes that you asked."
        }
        return why(it)
      },
      does: { pane, folder, desk in
        pane.current(folder.dossier).map { does($0, folder, &desk) } ?? []
      })
  }

  /// A command that makes a finding of a reply.
  private static func makes(_ kind: Finding.Kind, _ name: String, _ keys: [String]) -> Command {
    onEntry(
      name, keys, "Add it as a \(kind.rawValue), linked to this", footer: kind.rawValue,
      why: {
        if $0.received == nil { return "There's no reply yet. {feedback.edit} adds it." }
        // A stock phrase says nothing about anybody (A80).
        guard kind == .weakness, $0.three.isEmpty, let candour = $0.candour, !candour.counts else {
          return nil
        }
        return "That's a stock phrase. It says nothing about you."
      },
      does: { it, folder, desk in finding(kind, it, folder.dossier, &desk) })
  }

  private static func finding(
    _ kind: Finding.Kind, _ it: Feedback, _ dossier: Dossier, _ desk: inout Desk
  ) -> [Request] {
    let next = it.next(kind, dossier.findings)
    if let known = next.known {
      return [
        .place(.finding(known.id)),
        .notice("That's already on your list: here it is. It's only counted once."),
      ]
    }
    guard let statement = next.words else {
      return [.notice("There's nothing written here yet to add to a list.")]
    }
    // What held one back is no strength unless one says so.
    if kind == .strength, it.three.contains(where: { $0.text == statement }) {
      return [.open(listPicker(it, statement))]
    }
    return add(kind, it, statement, &desk)
  }

  /// Which of the two lists something that held the user back goes to.
  private static func listPicker(_ it: Feedback, _ statement: String) -> PickerOverlay {
    PickerOverlay(
      "Which list does it go on?",
      [
        .init("Weaknesses", detail: "it held you back", key: "-") {
          add(.weakness, it, statement, &$0)
        },
        .init("Strengths", detail: "it counts in your favor after all", key: "+") {
          add(.strength, it, statement, &$0)
        },
      ])
  }

  private static func add(
    _ kind: Finding.Kind, _ it: Feedback, _ statement: String, _ desk: inout Desk
  ) -> [Request] {
    let thing = it.three.first { $0.text == statement }
    let finding = Recipe.finding(
      kind, from: it, statement: statement, reason: kind == .weakness ? thing?.reason ?? "" : "",
      ids: &desk.ids, now: desk.now)
    return [
      .effect(.apply(Change("\(kind.rawValue) added from feedback", [.insert(.finding(finding))]))),
      .notice(
        "Added to \(kind == .weakness ? "what didn't go well" : "what went well"). {review.findings} shows it."
      ),
    ]
  }

  /// Words of theirs are kept as they were said: none go at one key.
  private static func deletion(_ it: Feedback, _ dossier: Dossier, today: Day) -> ConfirmOverlay {
    let whose = it.from.isEmpty ? "" : it.received == nil ? " to \(it.from)" : " from \(it.from)"
    let day = (it.received ?? it.asked).map { ", \($0.short(today: today))" } ?? ""
    let change = Recipe.delete(it, dossier)
    let isClosing = change.operations.contains {
      if case .update(_, .debrief(let to)) = $0 { to.closed != nil } else { false }
    }
    return ConfirmOverlay(
      question: "Delete the \(it.received == nil ? "request" : "reply")\(whose)\(day)?",
      detail: isClosing
        ? "Their words are deleted too, and the debrief goes back to being finished. {undo} brings it all back."
        : "Their words are deleted too. {undo} brings it all back, even tomorrow.",
      yes: [.effect(.apply(change)), .notice("Deleted. {undo} brings it back.")])
  }
}
