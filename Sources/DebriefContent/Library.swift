import DebriefModel

/// The content of the app: the files of `Resources/`, compiled in, and the user's own in a folder
/// of the same shape. A user's file takes the place of the shipped one, or adds to it; a faulty one
/// is left aside and said to be so. Nothing is read or parsed before it is asked for, and nothing
/// is kept: the caller keeps what it needs.
public struct Library: Sendable {
  private let userFolder: String?
  private let checklists: String?

  /// The content, with the user's files in `userFolder`, such as `~/.config/debrief`; nil for the
  /// shipped content alone. Where `checklists` names a folder, the user's checklists are there.
  public init(userFolder: String?, checklists: String? = nil) {
    self.userFolder = userFolder.flatMap { $0.isEmpty ? nil : $0 }
    self.checklists = checklists.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: - Files

  /// The names of all shipped files, in order, such as `checklists/ghosted.yaml`.
  public var names: [String] { Files.shipped }

  /// The text of a file: the user's when there is one that can be read, else the shipped one; nil
  /// when no file of that name is shipped.
  public func text(_ name: String) -> String? {
    guard let shipped = Files.text(ofShipped: name) else { return nil }
    var faults: [Fault] = []
    return prose(name, &faults) ?? shipped
  }

  /// A text that is shown as it is may have so many bytes: it is laid out as a whole.
  private static let longestProse = 32 << 10

  /// The files that are shown as they are.
  private static let proseNames = [
    "help.md", "letters/call-card.md", "letters/hedges.txt", "sources.md", "postings.txt",
  ]

  /// The user's text of that name; nil when there is none that can be shown.
  private func prose(_ name: String, _ faults: inout [Fault]) -> String? {
    guard let own = own(name, &faults) else { return nil }
    if own.text.utf8.count > Library.longestProse {
      faults.append(Fault(file: own.path, line: 0, message: "is larger than 32 KiB"))
      return nil
    }
    if own.text.utf8.contains(0) {
      let line = own.text.prefix { $0 != "\0" }.count(where: \.isNewline) + 1
      faults.append(Fault(file: own.path, line: line, message: "holds a NUL byte"))
      return nil
    }
    return own.text
  }

  /// Where the user's file of that name would be.
  private func path(_ name: String) -> String? {
    if let checklists, name.hasPrefix("checklists/") {
      return checklists + name.dropFirst("checklists".utf8.count)
    }
    return userFolder.map { "\($0)/\(name)" }
  }

  /// The user's file of that name; nil when there is none.
  func own(_ name: String, _ faults: inout [Fault]) -> (text: String, path: String)? {
    guard let path = path(name) else { return nil }
    do {
      return try Files.text(at: path).map { ($0, path) }
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// What a file that is compiled in says, with the user's own over it: one that has a fault is left aside.
  ///
  /// - Parameter read: Reads a text, from a file of this name, over what is known already.
  func layered<Words>(
    _ name: String, _ base: Words,
    _ read: (_ text: String, _ file: String, _ base: Words) -> (words: Words, faults: [Fault])
  ) -> (words: Words, faults: [Fault]) {
    let shipped = read(Files.text(ofShipped: name) ?? "", name, base)
    var faults = shipped.faults
    guard let own = own(name, &faults) else { return (shipped.words, faults) }
    let mine = read(own.text, own.path, shipped.words)
    faults += mine.faults
    return (mine.faults.isEmpty ? mine.words : shipped.words, faults)
  }

  // MARK: - Content

  /// All checklists, the reasons and the question bank.
  public func content() -> Content { content(of: Branch.allCases) }

  /// The reasons, the question bank and the checklist of one branch: less than half of the work of
  /// ``content()``.
  public func content(only branch: Branch) -> Content { content(of: [branch]) }

  /// The reasons alone: what a page or a verdict needs.
  public func reasons() -> [Reason] {
    var faults: [Fault] = []
    return reasons(&faults)
  }

  private func content(of branches: [Branch]) -> Content {
    var faults: [Fault] = []
    var content = Content()
    content.reasons = reasons(&faults)
    let codes = Set(content.reasons.map(\.code))
    for branch in branches {
      content.checklists[branch] = checklist(branch, codes: codes, &faults)
    }
    content.bank = questions(&faults)
    content.postings = postings()
    content.faults = faults.map(\.description)
    return content
  }

  /// What is wrong with any file, shipped or the user's, in the order of files and lines.
  public func check() -> [Fault] {
    var faults: [Fault] = []
    let codes = Set(reasons(&faults).map(\.code))
    for branch in Branch.allCases { _ = checklist(branch, codes: codes, &faults) }
    _ = questions(&faults)
    for kind in LetterKind.allCases { faults += letter(kind).faults }
    faults += lintWords().faults
    faults += refusals().faults
    faults += importWords().faults
    _ = letterSettings(&faults)
    for name in Library.proseNames { _ = prose(name, &faults) }
    return faults + strangers()
  }

  /// Files in the user's folders that bear no name of a shipped one and so are never read: most likely
  /// a slip of the pen.
  public func strangers() -> [Fault] {
    var faults: [Fault] = []
    if let checklists, !Files.isFolder(checklists) {
      faults.append(Fault(file: checklists, line: 0, message: "there's no folder of that name"))
    }
    for folder in Files.folders {
      let isNamed = checklists != nil && folder == "checklists"
      let usual = userFolder.map { "\($0)/\(folder)" }
      guard let place = isNamed ? checklists : usual else { continue }
      for name in Files.names(in: place) {
        let whole = "\(folder)/\(name)"
        // A folder that the settings name may be for other things, too.
        if Files.shipped.contains(whole) || isNamed && !name.hasSuffix(".yaml") { continue }
        let nearest = Files.shipped.filter { $0.hasPrefix(folder + "/") }.min {
          EditDistance.between(whole, $0) < EditDistance.between(whole, $1)
        }
        let hint = nearest.map { "; the nearest is \($0)" } ?? ""
        faults.append(
          Fault(
            file: "\(place)/\(name)", line: 0,
            message: "this name isn't known, so the file isn't read\(hint)"))
      }
    }
    return faults
  }

  /// A letter: the user's when there is one without fault, else the shipped one.
  func letter(_ kind: LetterKind) -> (template: LetterTemplate?, faults: [Fault]) {
    var faults: [Fault] = []
    let name = LetterFile.name(of: kind)
    if let own = own(name, &faults) {
      let mine = LetterFile.read(own.text, file: own.path, kind: kind)
      faults += mine.faults
      if mine.template != nil { return (mine.template, faults) }
    }
    let shipped = LetterFile.read(Files.text(ofShipped: name) ?? "", file: name, kind: kind)
    return (shipped.template, faults + shipped.faults)
  }

  private func reasons(_ faults: inout [Fault]) -> [Reason] {
    let found = layered(ReasonsFile.name, [Reason]()) { text, file, base in
      let it = ReasonsFile.read(text, file: file, base: base)
      return (it.reasons, it.faults)
    }
    faults += found.faults
    return found.words
  }

  private func checklist(
    _ branch: Branch, codes: Set<String>, _ faults: inout [Fault]
  ) -> Checklist? {
    let found = layered(ChecklistFile.name(of: branch), Checklist?.none) { text, file, base in
      let it = ChecklistFile.read(text, file: file, branch: branch, base: base, codes: codes)
      return (it.checklist, it.faults)
    }
    faults += found.faults
    return found.words
  }

  // MARK: - Questions and sample data

  /// The question bank.
  public func questions() -> [BankQuestion] {
    var faults: [Fault] = []
    return questions(&faults)
  }

  private func questions(_ faults: inout [Fault]) -> [BankQuestion] {
    let found = layered(QuestionsFile.name, [BankQuestion]()) { text, file, base in
      let it = QuestionsFile.read(text, file: file, base: base)
      return (it.questions, it.faults)
    }
    faults += found.faults
    return found.words
  }

  /// The sample data: an `Archive` as JSON. Always the shipped file.
  ///
  /// - Throws: ``Fault`` when the program was built without it.
  public func sample() throws -> [UInt8] {
    guard let bytes = Files.bytes(ofShipped: "sample.json") else {
      throw Fault(file: "sample.json", line: 0, message: "is missing from this build")
    }
    return Array(bytes)
  }
}
