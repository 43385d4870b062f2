import ArgumentParser
import DebriefModel
import DebriefStore

/// `debrief quick`: a thought caught in passing, to be sorted out later.
struct QuickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quick", abstract: "Write something down now and sort it out later.")

  enum Kind: String, EnumerableFlag {
    case strength, weakness
    static func help(for value: Kind) -> ArgumentHelp? {
      value == .strength ? "Something that went right." : "Something that went wrong."
    }
  }

  @Argument(help: "The text; - reads it from stdin.") var text: [String]
  @Flag(exclusivity: .exclusive) var kind: Kind?
  @Option(help: "The application it belongs to.") var application: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    let text = try Input.text(text)
    let kind: Note.Kind =
      switch self.kind {
      case .strength: .strength
      case .weakness: .weakness
      case nil: .note
      }
    func capture(_ session: Session, _ store: Store) throws {
      let dossier = try application.map { try store.dossier($0).application }
      try store.perform(session) { ids, now in
        (Recipe.capture(text, kind, application: dossier?.id, ids: &ids, now: now), ())
      }
      let place = dossier.map { " for \($0.company)" } ?? ""
      complain("a \(kind.rawValue)\(place) was written down")
    }
    // An application that is named must be there, and so must the store.
    if application == nil {
      try options.writing(capture)
    } else {
      try options.changing(capture)
    }
  }
}
