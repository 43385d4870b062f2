import DebriefModel
import TUI

/// How a file gets from its name to what it would add.
enum BringIn {
  /// Asks for the name of a file.
  static func ask() -> [Request] {
    var prompt = PromptOverlay("File to import: ", kind: .file) { prompt, _ in
      let path = DroppedPath.typed(prompt.field.text)
      guard !path.isEmpty else { return [] }
      return [.effect(.readFile(FileWanted(path: path), then: prompt.again))]
    }
    prompt.words = "The name of a file"
    return [.open(prompt)]
  }

  /// Asks which application a file belongs to.
  static func askWhose(_ wanted: FileWanted) -> [Request] {
    let chosen: PlaceOverlay.Chosen = { id, _ in
      var wanted = wanted
      wanted.application = id
      return [.effect(.readFile(wanted))]
    }
    return [
      .open(PlaceOverlay(chosen: chosen, word: "choose", about: wanted.path)),
      .effect(.loadPlaces("")),
    ]
  }

  /// Asks what a text is that could be one of two things.
  static func askWhat(_ wanted: FileWanted) -> [Request] {
    func option(_ title: String, _ kind: FileWanted.Text) -> PickerOverlay.Option {
      PickerOverlay.Option(title) { _ in
        var wanted = wanted
        wanted.text = kind
        return askWhose(wanted)
      }
    }
    return [
      .open(
        PickerOverlay(
          "What is this file?",
          [
            option("A job posting", .posting),
            option("The transcript of an interview", .transcript),
            PickerOverlay.Option("A spreadsheet of applications") { _ in
              var wanted = wanted
              wanted.text = .table
              return [.effect(.readFile(wanted))]
            },
          ]))
    ]
  }
}

extension App {
  /// What was pasted on Home, where it is the name of a file: what is in it is offered. Where there is no such
  /// file it is a note like anything else.
  mutating func dropped(_ text: String) -> [Effect]? {
    guard screen == .home, let path = DroppedPath.path(text) else { return nil }
    let sequel = Sequel(failed: { app, sentence in
      if sentence.hasPrefix(FileWanted.missing) { app.openCapture(adding: text) }
      return []
    })
    return [.readFile(FileWanted(path: path), then: sequel)]
  }
}
