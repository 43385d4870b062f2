import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief quick`: a thought caught in passing, to be sorted out later.
struct QuickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quick", abstract: "Write something down now and file it later.",
    discussion: "Text that starts or ends with a company's name goes to that application.")

  enum Kind: String, EnumerableFlag {
    case strength, weakness
    static func help(for value: Kind) -> ArgumentHelp? {
      value == .strength ? "Something that went well." : "Something that didn't go well."
    }
  }

  @Argument(help: "The text; - reads it from stdin.") var text: [String]
  @Flag(exclusivity: .exclusive) var kind: Kind?
  @Option(help: ArgumentHelp("The application it belongs to.", valueName: "reference"))
  var application: String?
  @OptionGroup var options: StoreOptions

  /// A name as a shell takes it for one argument.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    return isPlain ? name : "'" + name.split(separator: "'").joined(separator: "'\\''") + "'"
  }

  func run() throws {
    let text = try Input.text(text)
    let kind: Note.Kind =
      switch self.kind {
      case .strength: .strength
      case .weakness: .weakness
      case nil: .note
      }
    func capture(_ session: Session, _ store: Store) throws {
      let dossier = try application.map { try store.target($0).application }
      let mention = try store.mention(in: text)
      let id = dossier?.id ?? mention.only?.id
      try store.perform(session) { ids, now in
        (Recipe.capture(text, kind, application: id, mention: mention, ids: &ids, now: now), ())
      }
      let place = (dossier?.taken ?? mention.only?.label).map { " for \($0)" } ?? ""
      complain("saved a \(kind.rawValue)\(place)")
      if dossier == nil, mention.only == nil, let first = mention.places.first {
        let which = mention.places.prefix(5).map { "\($0.id.short) \($0.label)" }
        let more = mention.places.count > 5 ? " and \(mention.places.count - 5) more" : ""
        let other = FirstNames.contains(first.company) ? "be a person" : "just be a word"
        let word = mention.isDoubtful ? ", or \(first.company) may \(other)" : ""
        complain(
          "it's waiting in your inbox: it could be for \(which.joined(separator: ", or "))\(more)"
            + "\(word); --application picks one")
      } else if dossier == nil, mention.only == nil {
        let named = try store.companies(namedIn: text)
        guard let first = named.places.first else { return }
        let names = named.places.prefix(3).map(\.label).joined(separator: " and ")
        let verb = named.isDoubtful ? "may name" : "names"
        complain(
          "it's waiting in your inbox, but it \(verb) \(names): sort it there, or use --application "
            + "\(QuickCommand.quoted(first.company)) next time")
      }
    }
    // An application that is named must be there, and so must the store.
    if application == nil {
      try options.writing(capture)
    } else {
      try options.changing(capture)
    }
  }
}
