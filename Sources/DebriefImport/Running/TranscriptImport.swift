import DebriefModel

/// Makes of the text of a recording its questions and answers.
public enum TranscriptImport {
  /// So many questions are taken.
  static let most = 300

  /// What a transcript would add to an application: a question with its answer each.
  ///
  /// - Parameter profile: Who the user is, for their name before what they say.
  /// - Throws: ``ImportFault`` for what is no text, or has no question in it.
  public static func proposal(
    _ bytes: [UInt8], name: String, to dossier: Dossier, profile: Profile?, now: Moment
  ) throws -> Proposal {
    let (text, remark) = try RunningText.read(bytes, name: name)
    let lines = Captions.lines(text).map { mine($0, profile?.name ?? "") }
    let turns = Transcript.turns(lines.joined(separator: "\n"))
    guard !turns.isEmpty else {
      throw ImportFault(
        .data,
        "No questions were found in \(name). A question ends in ?, or its line begins with a name and a colon."
      )
    }
    var proposal = Proposal(title: "transcript imported")
    proposal.remarks += [remark].compactMap(\.self)
    if turns.count > most {
      proposal.remarks.append("only the first \(most) of \(turns.count) questions are taken")
    }
    let round = dossier.interviews.last { ($0.start ?? now) <= now } ?? dossier.interviews.last
    var position = (dossier.turns.map(\.position).max() ?? -1) + 1
    for it in turns.prefix(most) {
      let question = Harmless.line(it.question)
      let isKnown = dossier.turns.contains { $0.question == question && $0.answer == it.answer }
      if isKnown { continue }
      let id = Turn.ofTranscript(dossier.application.id, question, it.answer)
      if dossier.turns.contains(where: { $0.id == id }) || proposal.has(id) { continue }
      let turn = Turn(id: id, application: dossier.application.id, recorded: now) {
        $0.interview = round?.id
        $0.position = position
        $0.asker = it.isMine ? .me : .them
        $0.person = it.speaker.flatMap { PeopleLookup.one(named: $0, among: dossier.people)?.id }
        $0.question = question
        $0.answer = it.answer
      }
      position += 1
      let answer = RefusalReading.Quote(0..<0, it.answer).brief
      proposal.entries.append(
        Proposal.Entry(
          "\(it.isMine ? "You asked" : "They asked"): \(question.prefix(160))",
          details: answer.isEmpty ? [] : ["Answer: \(answer)"], [.insert(.turn(turn))]))
    }
    return proposal
  }

  /// A line of the user's under the name that is known for them.
  private static func mine(_ line: String, _ name: String) -> String {
    guard !name.isEmpty, let colon = line.firstIndex(of: ":") else { return line }
    let speaker = NameFolding.words(String(line[..<colon]))
    let own = NameFolding.words(name)
    guard !speaker.isEmpty, speaker.count <= own.count, speaker.allSatisfy(own.contains) else {
      return line
    }
    return "Me" + line[colon...]
  }
}

extension Proposal {
  /// Whether something of this id is in it.
  fileprivate func has(_ id: ID) -> Bool {
    entries.contains { $0.operations.contains { $0.entity.id == id } }
  }
}

/// Subtitles as lines of speech: WebVTT and SubRip; any other text stays as it is.
enum Captions {
  /// What is said, a line for each speaker's turn, or for each sentence where no speaker is named.
  static func lines(_ text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      \.trimmed)
    guard lines.contains(where: isTime) else { return SpokenLines.lines(lines) }
    var result: [(speaker: String, words: String)] = []
    var isSpeech = false
    // Who speaks, until the caption says otherwise or ends.
    var voice = ""
    for line in lines {
      if isTime(line) {
        isSpeech = true
        voice = ""
      } else if line.isEmpty {
        isSpeech = false
      } else if isSpeech {
        for (speaker, words) in spoken(line, &voice) where !words.isEmpty {
          let last = result.last
          // Captions cut sentences into pieces: a new line begins with a new speaker or a new sentence.
          let goesOn =
            last.map { $0.speaker == speaker && !".?!…".contains($0.words.last ?? ".") } ?? false
            || !speaker.isEmpty && last?.speaker == speaker && last?.words.last != "?"
          if goesOn {
            // Rolling captions say the end of the last one again.
            if last?.words.hasSuffix(words) == true { continue }
            result[result.count - 1].words += " " + words
          } else if last?.speaker != speaker || last?.words != words {
            result.append((speaker, words))
          }
        }
      }
    }
    return result.map { $0.speaker.isEmpty ? $0.words : "\($0.speaker): \($0.words)" }
  }

  private static func isTime(_ line: String) -> Bool {
    guard let arrow = line.firstRange(of: "-->") else { return false }
    let start = line[..<arrow.lowerBound].trimmed
    return start.contains(":") && start.allSatisfy { $0.isNumber || ":.,".contains($0) }
  }

  /// A line without what says how it looks: `{\\an8}`.
  private static func unstyled(_ line: String) -> String {
    var line = line
    while let open = line.firstRange(of: "{\\"),
      let close = line[open.upperBound...].firstIndex(of: "}")
    {
      line.removeSubrange(open.lowerBound...close)
    }
    return line
  }

  /// The speakers and words of a line, without marks: `<v Ada>Hello</v>`, `Ada: Hello`.
  private static func spoken(_ line: String, _ speaker: inout String) -> [(String, String)] {
    var result: [(String, String)] = []
    var words = ""
    var rest = unstyled(line)[...]
    while let first = rest.first {
      guard first == "<", let end = rest.firstIndex(of: ">") else {
        words.append(first)
        rest = rest.dropFirst()
        continue
      }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      if tag.hasPrefix("v ") || tag.hasPrefix("v.") {
        if !words.trimmed.isEmpty { result.append((speaker, words.trimmed)) }
        words = ""
        speaker = SpokenLines.named(String(tag.drop { !$0.isWhitespace }))
      } else if tag == "/v" {
        if !words.trimmed.isEmpty { result.append((speaker, words.trimmed)) }
        (speaker, words) = ("", "")
      }
      rest = rest[rest.index(after: end)...]
    }
    result.append((speaker, words.trimmed))
    return result.map { speaker, words in
      let words = HTMLText.text(words)
      let (named, said) = speaker.isEmpty ? Transcript.split(words) : (nil, words)
      guard let named else { return (speaker, words) }
      return (named, said)
    }
  }
}
