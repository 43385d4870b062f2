/// A version of the résumé and what became of what was sent with it (A96, A99, A100).
public struct ResumeRecord: Hashable, Sendable {
  /// The version; nil when applications name it and nobody described it yet.
  public var resume: Resume?
  /// What applications call it.
  public var name: String
  /// How many applications name it.
  public var sent = 0
  /// How many of those led to a talk.
  public var talks = 0
  /// How many led to an offer.
  public var offers = 0
  /// How many are decided, or led to a talk already. What is in flight is no failure, and neither is
  /// what the user took back before a talk.
  public var settled = 0

  /// A version nothing was sent with.
  public init(_ resume: Resume?, name: String) {
    self.resume = resume
    self.name = name
  }

  /// Counts one more that names it. What was opened again is in flight again.
  public mutating func count(_ status: Status) {
    sent += 1
    if status.everInterviewed { talks += 1 }
    if status.stage == .offered { offers += 1 }
    let isDecided =
      switch status.outcome {
      case .rejected, .silent(_, confirmed: true), .offer, .accepted, .declined: true
      case .waiting, .silent, .withdrew: false
      }
    if isDecided || status.everInterviewed { settled += 1 }
  }

  /// How many are neither decided nor led to a talk.
  public var open: Int { max(0, sent - settled) }

  /// The share of the settled ones that led to a talk, in percent, with the bounds that so few cases
  /// allow (Wilson 1927); nil under five, for so few are no share.
  public var share: (percent: Int, low: Int, high: Int)? {
    guard settled >= 5 else { return nil }
    let n = Double(settled)
    let p = Double(min(talks, settled)) / n
    let z = 1.96
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let below = 1 + z * z / n
    func percent(_ x: Double) -> Int { Int((max(0, min(1, x)) * 100).rounded()) }
    return (percent(p), percent((middle - spread) / below), percent((middle + spread) / below))
  }

  /// `sent 7 · interviews 2 · offers 1 · open 3`.
  public var counts: String {
    if sent == 0 { return "not sent anywhere yet" }
    return "sent \(sent) · interviews \(talks) · offers \(offers) · open \(open)"
  }

  /// The share in words, or why there is none.
  public var shareWords: String {
    guard sent > 0 else { return "" }
    guard let share else {
      return "\(Counted.things(settled, "result")) so far: too few for a percentage"
    }
    return
      "\(share.percent)% of \(settled) applications led to an interview "
      + "(likely range: \(share.low) to \(share.high)%)"
  }
}

extension Resume {
  /// How many skills a version names, and how many lines a first reading sees.
  public static let most = 3

  /// The skills it names, in their order.
  public var named: [String] {
    skills.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }).map(\.trimmed)
      .filter { !$0.isEmpty }
  }

  /// Its first three lines: what is read first.
  public var top: [String] {
    Array(
      opening.split(whereSeparator: \.isNewline).map(String.init).filter {
        !$0.allSatisfy(\.isWhitespace)
      }.prefix(Resume.most))
  }

  /// Each of its skills, and whether the first three lines show it, as whole words (A96).
  public var shown: [(skill: String, isShown: Bool)] {
    let words = Resume.words(top.joined(separator: " "))
    return named.prefix(Resume.most).map { skill in
      let wanted = Resume.words(skill)
      let found =
        !wanted.isEmpty && words.count >= wanted.count
        && (0...(words.count - wanted.count)).contains {
          words[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
      return (skill, found)
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
      .map(String.init)
  }
}
