/// What a row of the shelf and the agenda are read from: the facts of one application that do not
/// grow long.
public struct Facts: Hashable, Sendable {
  /// The application.
  public var application: Application
  /// Its ledger, by day.
  public var events: [Event] = []
  /// Its rounds, by number.
  public var interviews: [Interview] = []
  /// Its requests and replies.
  public var feedback: [Feedback] = []
  /// The people of its rounds.
  public var people: [Person] = []
  /// Its latest debrief.
  public var debrief: Debrief?
  /// When the questions of that debrief were answered; read only while it is gone through.
  public var answered: [Moment] = []
  /// How many turns of its script are written down.
  public var turnCount = 0
  /// When the last of them was; nil when there is none, or nobody looked.
  public var lastTurn: Moment?
  /// Its answers to the questions in ``asked``: read for the agenda alone.
  public var responses: [Response] = []
  /// Another job that was taken while it was open; read for the agenda alone.
  public var taken: Taken?
  /// What was done with its entries of the agenda.
  public var marks: [Mark] = []
  /// Its documents and instructions that are still open.
  public var preparations: [Preparation] = []
  /// Its open changes that have a day.
  public var improvements: [Improvement] = []
  /// The notes that say what is next for it.
  public var notes: [Note] = []
  /// How much is ready for an interview that is ahead; read for the agenda alone, nil where nothing is
  /// to be.
  public var readiness: Readiness?
  /// Its letters that rest, or wait for an answer: read for the agenda alone.
  public var letters: [Letter] = []
  /// With what other applications on file a row could be confused.
  public var sharing = JobName.Sharing.none
  /// When anything of it was last touched, in seconds since 1970.
  public var activity = 0
  /// When silence is proposed, and when one may ask.
  public var patience = Patience()

  /// Facts with nothing but the application.
  public init(_ application: Application) { self.application = application }

  /// How it stands at a moment.
  public func status(now: Moment) -> Status {
    Status(events: events, interviews: interviews, now: now, patience: patience)
  }
}

extension Facts {
  /// The questions of a debrief whose answers put something into the agenda, or end it.
  public static let asked = [
    NamedDay.pickedItem, NamedDay.parkedItem, "withdrew.told", "letter.manager", "letter.hr",
  ]

  /// A job that was taken.
  public struct Taken: Hashable, Sendable {
    /// Where.
    public var company: String
    /// The day of the yes.
    public var on: Day
    /// Notes one.
    public init(company: String, on: Day) {
      self.company = company
      self.on = on
    }
  }
}

/// How much of what an interview needs is ready: instructions, documents, answers.
public struct Readiness: Hashable, Sendable {
  /// What is ready.
  public var done: Int
  /// What there is.
  public var total: Int

  /// Nil where there is nothing to be ready.
  public init?(done: Int, of total: Int) {
    if total <= 0 { return nil }
    (self.done, self.total) = (done, total)
  }
}

/// A window on the list of applications, latest activity first: only what can be seen is read.
public struct Shelf: Hashable, Sendable {
  /// Which window.
  public struct Request: Hashable, Sendable {
    /// Where it lies.
    public enum Place: Hashable, Sendable {
      /// From the top.
      case top
      /// Up to the end.
      case bottom
      /// The rows after this one.
      case after(Key)
      /// The rows before this one, in list order.
      case before(Key)
      /// This row and those after it; the top when it is gone.
      case from(ID)
    }
    /// Where it lies.
    public var place: Place
    /// How many rows at most.
    public var count: Int
    /// Words every row must contain (prefixes, in company, role or notes); empty for all rows.
    public var filter: String
    /// What the rows are sorted by.
    public var order: Order
    /// Asks for a window.
    public init(_ place: Place, count: Int, filter: String = "", order: Order = .latest) {
      self.place = place
      self.count = count
      self.filter = filter
      self.order = order
    }
  }

  /// What the list may be sorted by.
  public enum Order: Hashable, Sendable, CaseIterable {
    /// The latest change first.
    case latest
    /// What has not changed for the longest time first: who waits.
    case oldest
    /// By the company's name.
    case company

    /// As the heading of the list says it.
    public var label: String {
      switch self {
      case .latest: "latest change first"
      case .oldest: "longest without a change first"
      case .company: "by company, A to Z"
      }
    }
  }

  /// The place of a row: by its latest change or by its company, then by id.
  public struct Key: Hashable, Sendable {
    /// Seconds since 1970.
    public var activity: Int
    /// The application.
    public var id: ID
    /// The company; what is sorted by the latest change has no need of it.
    public var company: String
    /// Makes a key.
    public init(activity: Int, id: ID, company: String = "") {
      self.activity = activity
      self.id = id
      self.company = company
    }
  }

  /// The rows, in list order.
  public var rows: [Facts] = []
  /// Whether no row comes before the first.
  public var atTop = true
  /// Whether no row comes after the last.
  public var atBottom = true
  /// How many applications there are in all, whatever the filter.
  public var total = 0
  /// How many of them the filter leaves; nil without one, and where counting would mean to read them
  /// all, as for words of a script that does not part them.
  public var matches: Int?
  /// An empty shelf.
  public init() {}
}

extension Facts {
  /// Its place in the list.
  public var key: Shelf.Key {
    Shelf.Key(activity: activity, id: application.id, company: application.company)
  }
}

/// One place a search found.
public struct Hit: Hashable, Sendable {
  /// What kind of thing holds the words.
  public var kind: Entity.Kind
  /// Which one.
  public var entity: ID
  /// The application it belongs to; nil for a person or an unsorted note.
  public var application: ID?
  /// The company and role of that application, or the heading of the thing.
  public var title: String
  /// Text around the match; the matched words stand between U+E000 and U+E001.
  public var excerpt: String

  /// Makes a hit.
  public init(kind: Entity.Kind, entity: ID, application: ID?, title: String, excerpt: String) {
    self.kind = kind
    self.entity = entity
    self.application = application
    self.title = title
    self.excerpt = excerpt
  }
}

extension Hit {
  /// The excerpt in pieces, without the signs around its matches.
  public var pieces: [(text: String, isMatch: Bool)] {
    var pieces: [(text: String, isMatch: Bool)] = []
    var excerpt = excerpt
    excerpt.withUTF8 { bytes in
      var start = 0
      var isMatch = false
      func close(_ end: Int) {
        guard end > start else { return }
        let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
        pieces.append((String(decoding: piece, as: UTF8.self), isMatch))
      }
      var i = 0
      while i + 2 < bytes.count {
        // U+E000 and U+E001 in UTF-8.
        if bytes[i] == 0xee, bytes[i + 1] == 0x80, bytes[i + 2] & 0xfe == 0x80 {
          close(i)
          isMatch = bytes[i + 2] == 0x80
          start = i + 3
          i += 2
        }
        i += 1
      }
      close(bytes.count)
    }
    return pieces
  }
}
