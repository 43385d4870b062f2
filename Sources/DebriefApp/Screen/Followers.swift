import DebriefModel
import TUI

/// A sequence of keys that was begun: what may follow, said at once in the last row.
struct Followers {
  private let begun: KeySequence
  private let place: any Place
  private let desk: Desk
  /// The commands that the keys pressed so far begin, and what is still to be pressed for each: those of the
  /// innermost place first, in the order of help.
  private let followers: [(rest: String, command: Command)]

  /// - Parameters:
  ///   - pressed: The keys pressed so far.
  ///   - heard: The commands that are heard here, those of the innermost place first.
  ///   - place: The place that has the keys: it may have a shorter word for a command.
  init?(of pressed: [Key], _ heard: [Command], _ place: any Place, _ desk: Desk) {
    guard !pressed.isEmpty, let begun = KeySequence(pressed) else { return nil }
    (self.begun, self.place, self.desk) = (begun, place, desk)
    var known: Set<[Key]> = []
    followers = heard.flatMap { command in
      command.keys.compactMap { text -> (rest: String, command: Command)? in
        guard let keys = KeySequence(text)?.keys, keys.count > pressed.count,
          keys.starts(with: pressed),
          let rest = KeySequence(Array(keys.dropFirst(pressed.count))),
          // A key that means two things here means what the inner place says.
          known.insert(rest.keys).inserted
        else { return nil }
        return (rest.description, command)
      }
    }
  }

  /// Whether nothing goes on with the keys.
  var isEmpty: Bool { followers.isEmpty }

  /// Draws the last row while a sequence is open: in whole titles where there is room, else in the short
  /// words, and else as many as fit and how many more there are.
  func draw(_ canvas: Canvas) {
    let lead = " \(begun.description) …:"
    let taken = canvas.text(lead, x: 0, y: 0, ink: Ink(.key))
    let room = canvas.part(
      Rect(x: taken + 1, y: 0, width: max(0, canvas.width - taken - 1), height: 1))
    let cancel = (key: "Esc", title: "cancel")
    func width(_ hints: [(key: String, title: String)]) -> Int {
      hints.reduce(room.width > 40 ? 1 : 0) {
        $0 + TextWidth.columns($1.key) + 1 + TextWidth.columns($1.title) + 2
      } - 2
    }
    // The keys before are forgotten once something is pointed at: a word is its command, and the last one
    // nothing more.
    var names: [String: String] = [:]
    for it in followers { names[it.rest] = it.command.name }
    func draw(_ hints: [(key: String, title: String)]) {
      room.hints(hints + [cancel], y: 0) { key in names[key].map { .command($0) } }
    }
    let titled = followers.map { (key: $0.rest, title: Followers.word($0.command.title)) }
    if width(titled + [cancel]) <= room.width { return draw(titled) }
    var short = followers.map { it in
      let word = place.footerWord(it.command, desk) ?? it.command.footer
      return (key: it.rest, title: word ?? Followers.word(it.command.title))
    }
    if width(short + [cancel]) <= room.width { return draw(short) }
    while !short.isEmpty {
      short.removeLast()
      let more = (key: "+\(followers.count - short.count)", title: "more")
      if width(short + [more, cancel]) <= room.width { return draw(short + [more]) }
    }
    draw([])
  }

  /// A title as it stands behind a key; an abbreviation keeps its capitals.
  private static func word(_ title: String) -> String {
    title.dropFirst().first?.isUppercase == true ? title : title.lowercasedFirst
  }
}
