import DebriefModel
import TUI

/// Writing a no out of one's system (Spera et al. 1994): private, with a quiet clock. Nothing of it is kept
/// unless it is sealed into the private note; burned, it was never anywhere: no draft, no file, no journal.
struct WriteOutOverlay: Place {
  let application: ID
  /// When it was begun.
  let since: Moment
  var area = TextArea("")
  /// Whether the clock is shown.
  private(set) var hasClock = true

  static let scope = Scope.writeOut

  static let commands: [Command] = [
    command(
      "write.seal", ["ctrl+s"], "Keep it in your private note", footer: "keep it",
      why: { it, _ in
        it.isEmpty ? "There's nothing to keep yet. Write first; nobody reads it." : nil
      },
      does: { it, desk in
        let note = PrivateNote(application: it.application, text: it.area.text, recorded: desk.now)
        return [
          .close, .notice("Saved in your private note. {review.private} opens it."),
          .effect(.savePrivate(note, over: "", then: .reopens(it))),
        ]
      }),
    command("write.burn", ["ctrl+x"], "Burn it: nothing is kept", footer: "burn it") { it, _ in
      if it.isEmpty { return [.close] }
      return [
        .open(
          ConfirmOverlay(
            question: "Burn what you wrote?",
            detail: "None of it is kept anywhere, and nothing can bring it back.",
            yes: [.close, .notice("Burned. None of it was kept.")]))
      ]
    },
    command("write.clock", ["ctrl+t"], "Turn the clock off or on", footer: "clock") { it, _ in
      it.hasClock.toggle()
      return []
    },
  ]

  init(application: ID, since: Moment) { (self.application, self.since) = (application, since) }

  var isEmpty: Bool { area.text.allSatisfy(\.isWhitespace) }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text): area.insert(text)
    case .key(let key):
      if [Key(.escape), .ctrl("c")].contains(key) {
        return isEmpty
          ? [.close]
          : [
            .notice("Your words are still here. {write.seal} seals them, {write.burn} burns them.")
          ]
      }
      let room = WriteOutOverlay.room(desk.boxedSize)
      guard area.handle(key, width: room.width, height: room.height) else { return [] }
    }
    return []
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let it = at.place {
      area.point(x: it.x, y: it.y, width: it.size.width, height: it.size.height)
    }
    return []
  }

  /// Leaves nothing behind: what is not sealed is burned.
  mutating func leave(_ desk: inout Desk) -> [Request] { [.close] }

  func covers(_ width: Int) -> Bool { width < 100 }

  /// What it is for.
  static let explanation =
    "For your eyes only. Write for ten minutes about whatever is on your mind, in your own voice "
    + "or as if it were a friend's story. Spelling doesn't matter. Nothing is saved unless you say so. "
    + "If it makes you feel worse, stop."

  private static func room(_ size: Size) -> Rect {
    let top = size.height >= 12 ? 6 : size.height >= 6 ? 2 : 0
    return Rect(x: 0, y: top, width: size.width, height: max(1, size.height - top))
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let minutes = max(0, desk.now.seconds - since.seconds) / 60
    let clock = hasClock ? " · \(Counted.things(minutes, "minute"))" : ""
    let inside = canvas.boxed("Get it off your chest\(clock)")
    let room = WriteOutOverlay.room(inside.bounds.size)
    inside.paragraph(
      WriteOutOverlay.explanation, x: 0, y: 0, width: inside.width, maxRows: max(0, room.y - 1),
      ink: .dim)
    inside.area(area, rect: room, focused: true)
  }

  /// Why it is not the day for it; nil when it is. It is offered after a no only, and never on a falling mood.
  static func refusal(_ folder: Folder) -> String? {
    switch folder.status.outcome {
    case .rejected, .silent(_, confirmed: true): break
    case .waiting, .silent, .withdrew, .offer, .accepted, .declined:
      return "This is for after you've been turned down. {capture} writes down any other thought."
    }
    let moods = moods(folder)
    guard let now = moods.last, let before = moods.dropLast().last, now.mood < before.mood else {
      return nil
    }
    return now.isEnd
      ? "You felt worse after your last debrief. Rest first, or talk to someone; this can wait."
      : "You said you're feeling worse than last time. Rest first, or talk to someone; this can wait."
  }

  /// Whether it is offered by itself, on the last screen of the first debrief after a no that came after an
  /// interview: once, and to nobody who feels well.
  static func isOffered(_ folder: Folder) -> Bool {
    guard case .rejected = folder.status.outcome, folder.status.everInterviewed,
      folder.dossier.debriefs.count(where: { $0.closed != nil }) == 1, refusal(folder) == nil,
      let now = moods(folder).last
    else { return false }
    return now.isEnd && now.mood <= 3
  }

  /// The moods that were said, in the order in which they were felt, also where one was corrected later.
  private static func moods(_ folder: Folder) -> [(mood: Int, isEnd: Bool)] {
    let said = folder.dossier.responses.filter { !$0.isSkipped }
    return folder.dossier.debriefs.flatMap { debrief in
      ["mood.start", "mood.end"].compactMap { item in
        said.last { $0.debrief == debrief.id && $0.item == item }.flatMap { Int($0.value) }
          .map { ($0, item == "mood.end") }
      }
    }
  }
}

extension Scope {
  static let writeOut = text("write-out", "Get it off your chest")
}
