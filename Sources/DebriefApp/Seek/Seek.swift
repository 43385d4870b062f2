import DebriefModel
import TUI

/// Finding words in any list and any text that scrolls: no place of its own, but commands of all that say what
/// there is to find (``Place/findable(_:)``), the panes of the review among them.
struct Seek: Place {
  static let scope = Scope.find

  static let commands: [Command] = [
    Command("find.word", scope, ["/"], "Find a word here", why: refused) { app in
      var prompt = PromptOverlay("find: ", kind: .find) { prompt, _ in
        prompt.field.text.isEmpty
          ? []
          : [
            .app { app in
              app.notice = Seek.missing(app).map { App.Notice(text: $0) }
              return []
            }
          ]
      }
      prompt.typed = { words, _ in
        [
          .app { app in
            app.find(words)
            return []
          }
        ]
      }
      prompt.left = { desk in
        desk.find = Find()
        return []
      }
      app.overlays.append(prompt)
      return []
    },
    match("find.next", ["n"], "Next match", step: 1),
    match("find.previous", ["N"], "Previous match", step: -1),
    Command(
      "find.filter", scope, ["f"], "Narrow this list to what you type", why: whyWhole
    ) { app in
      guard let list = app.searched as? any ListPlace else { return [] }
      let rows = list.findable(app.desk) ?? []
      var picker = PickerOverlay(
        list.spokenTitle,
        rows.enumerated().map { at, row in
          PickerOverlay.Option(row) { _ in
            [
              .app { app in
                app.onPlace { $0.find(at, &$1) }
                return []
              }
            ]
          }
        }, filterable: true, selected: list.foundRow(app.desk))
      picker.kind = .filter
      app.overlays.append(picker)
      return []
    },
  ]

  /// Why a list can't be narrowed.
  private static func whyWhole(_ app: App) -> String? {
    guard let list = app.searched as? any ListPlace else {
      return refused(app) ?? "This can't be narrowed; {find.word} finds a word in it."
    }
    return list.count(app.desk) == 0 ? "There's nothing in this list to narrow." : nil
  }

  private static func match(
    _ name: String, _ keys: [String], _ title: String, step: Int
  ) -> Command {
    Command(name, scope, keys, title, why: { refused($0) ?? missing($0) }) { app in
      app.seek(step: step)
      return []
    }
  }

  private static func refused(_ app: App) -> String? {
    app.searched.findable(app.desk) == nil ? "There's no list or text to search here." : nil
  }

  private static func missing(_ app: App) -> String? {
    if app.desk.find.words.isEmpty {
      return "No search to repeat yet; {find.word} starts one."
    }
    let rows = app.searched.findable(app.desk) ?? []
    return rows.contains(where: app.desk.find.holds)
      ? nil : "\"\(app.desk.find.words)\" isn't here."
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? { nil }

  func draw(_ canvas: Canvas, _ desk: Desk) {}

  func spoken(_ desk: Desk) -> Spoken { Spoken("") }
}

extension Scope {
  /// The keys that a key's own commands of a place come before.
  static let find = finding("find", "In lists and long text")
}

extension App {
  /// The place that is searched: what has the keys, but for the line in which the words are typed.
  fileprivate var searched: any Place {
    if let over = overlays.last(where: { !($0 is PromptOverlay) }) { return over }
    return switch screen {
    case .home: home
    case .review: review
    case .page: page
    }
  }

  /// Finds words from the beginning.
  fileprivate mutating func find(_ words: String) {
    desk.find = Find(words)
    seek(from: 0, step: 1)
  }

  /// Goes to the next row that holds the words; from one on, or from where one is.
  fileprivate mutating func seek(from start: Int? = nil, step: Int) {
    var place = searched
    guard let rows = place.findable(desk) else { return }
    let origin = start ?? place.foundRow(desk) + step
    guard let row = desk.find.next(in: rows, from: origin, step: step) else { return }
    place.find(row, &desk)
    if let at = overlays.lastIndex(where: { !($0 is PromptOverlay) }) {
      overlays[at] = place
    } else if let page = place as? PageScreen {
      self.page = page
    } else if let review = place as? Review {
      self.review = review
    }
  }
}
