/// The one page that sums an application up (A48), as data: sections of items, built once. Columns for the
/// screen and for paper, and Markdown, are renderers of it; none of them asks the dossier again.
public struct Page: Hashable, Sendable {
  /// The company.
  public var company = ""
  /// The role; empty when none is on file.
  public var role = ""
  /// How far it went and how it ended: `round 1 · rejected 20 Mar`.
  public var standing = ""
  /// What most likely decided, in a sentence.
  public var headline = ""
  /// How the causes divide; empty where there is nothing to divide.
  public var split = ""
  /// The parts, in the order in which they are shown. None is empty.
  public var sections: [Section] = []
  /// The day the page was made, and what its marks mean.
  public var legend = ""

  /// A part of the page.
  public struct Section: Hashable, Sendable {
    /// Which part it is.
    public var part: Part
    /// Its heading.
    public var title: String
    /// What its items are called where those that found no room are counted, in the plural.
    public var noun: String
    /// What stands in it.
    public var body: Body
  }

  /// The parts a page can have.
  public enum Part: Hashable, Sendable, CaseIterable {
    case findings, decision, partly, outside, said, views, gaps, answers, timeline, changes
    case lesson
  }

  /// What stands in a section.
  public enum Body: Hashable, Sendable {
    /// Two lists, the one against the other.
    case against(Column, Column)
    /// One item after the other.
    case items([Item])

    /// Whether nothing stands in it.
    public var isEmpty: Bool {
      switch self {
      case .against(let a, let b): a.findings.isEmpty && b.findings.isEmpty
      case .items(let items): items.isEmpty
      }
    }
  }

  /// One of two lists that stand against each other.
  public struct Column: Hashable, Sendable {
    /// Which of the two it is.
    public enum Side: Hashable, Sendable { case strengths, weaknesses }
    /// Which of the two it is.
    public var side: Side
    /// What it is called, in a word.
    public var title: String
    /// How many findings it has.
    public var total: Int
    /// What stands in it, heaviest first.
    public var findings: [Point]
  }

  /// A strength, a weakness or a circumstance, with what shows it.
  public struct Point: Hashable, Sendable {
    /// 1 to 5.
    public var weight: Int
    /// The sentence.
    public var statement: String
    /// How sure one can be of it.
    public var tier: Tier
    /// What shows it.
    public var shownBy: Proof?
  }

  /// What shows a finding, as far as the page can point at it.
  public enum Proof: Hashable, Sendable {
    /// The answer of that number in the script, from 1.
    case answer(Int)
    /// Something they said.
    case feedback
  }

  /// A reply, in their words.
  public struct Reply: Hashable, Sendable {
    /// Who said it; an adviser is named as one.
    public var from: String
    /// When it came.
    public var on: Day
    /// How it came.
    public var channel: String
    /// Word for word; empty when only the things were written down.
    public var words: String
    /// The things that held one back, as they named them.
    public var things: [Thing]
  }

  /// One of the things that held one back.
  public struct Thing: Hashable, Sendable {
    /// Its place, from 1.
    public var number: Int
    /// What they said.
    public var text: String
    /// The reason it stands for, in words.
    public var reason: String?
    /// What it says about the skill behind it, in words.
    public var gap: String?
  }

  /// Something in a list.
  public enum Item: Hashable, Sendable {
    /// A finding on a line of its own.
    case point(Point)
    /// A reply.
    case reply(Reply)
    /// A rating of one answer: its number in the script from 1, 0 to 5, and the question.
    case rating(answer: Int, rating: Int, question: String)
    /// What it came to, with the days between.
    case strip([Milestone])
    /// Something that happened, or is planned.
    case dated(Day, String)
    /// A change to try, with what is known of it; the first comes first.
    case change(number: Int, String)
    /// Words on their own.
    case words(String)
  }

  /// The highest rating of an answer.
  public static let mostStars = 5
}
