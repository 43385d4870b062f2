import DebriefModel

/// What is on file already, as far as an import asks: jobs by name, and people.
public struct OnFile {
  /// A job that is on file, or came earlier in what is brought in.
  struct Job: Sendable {
    var id: ID
    /// Its names as they are compared.
    var key: String
    var company: String
    var role: String
    /// The days it was applied for, as numbers.
    var applied: [Int] = []
    /// What happened, a bit for each kind.
    var kinds: UInt32 = 0
    /// The days of its rounds, as numbers; their count is that of the rounds.
    var rounds: [Int?] = []
    /// Whether it is only in what is brought in.
    var isNew = false
    /// What its list says happened on which day; nothing of one that is only in what is brought in.
    var days: [(kind: Event.Kind, on: Day?)] = []

    func has(_ kind: Event.Kind) -> Bool { kinds & Job.bit(kind) != 0 }
    /// Notes what happened; a day that nobody noted is nil.
    mutating func add(_ kind: Event.Kind, on day: Day?) {
      kinds |= Job.bit(kind)
      if kind == .applied, let day { applied.append(day.number) }
    }
    private static func bit(_ kind: Event.Kind) -> UInt32 {
      1 << UInt32(Event.Kind.allCases.firstIndex(of: kind) ?? 31)
    }
  }

  /// Everyone on file.
  public private(set) var people: [Person] = []
  private var jobs: [String: [Job]] = [:]
  private var known: [String: [Int]] = [:]
  /// Where everyone stands among ``people``, and whoever had an address.
  private var places: [ID: Int] = [:]
  private var addresses: [String: [Int]] = [:]
  /// The names of the jobs at each company.
  private var byCompany: [String: Set<String>] = [:]
  /// The ids that were asked about and are in the store.
  public private(set) var asked: Set<ID> = []
  let isThere: (Entity.Kind, ID) -> Bool
  /// Reads an application; nil where what is on file is not compared with what is brought in.
  let load: ((ID) -> Application?)?

  /// - Parameters:
  ///   - holds: Asked whether a thing of an id is there.
  ///   - load: Reads an application that is on file, for what it says otherwise than what is brought in. Left
  ///     out where that is known already.
  public init(
    holds: @escaping (Entity.Kind, ID) -> Bool = { _, _ in false },
    load: ((ID) -> Application?)? = nil
  ) {
    self.load = load
    isThere = holds
  }

  /// Whether a thing of this id is in the store.
  mutating func holds(_ kind: Entity.Kind, _ id: ID) -> Bool {
    guard isThere(kind, id) else { return false }
    asked.insert(id)
    return true
  }

  /// Adds a job of the list.
  public mutating func add(_ glance: Glance) {
    let key = OnFile.key(glance.company, glance.role)
    var job = Job(id: glance.id, key: key, company: glance.company, role: glance.role)
    for fact in glance.ledger.facts { job.add(fact.kind, on: fact.on) }
    if load != nil { job.days = glance.ledger.facts }
    job.rounds = glance.ledger.roundDays.map { $0?.number }
    put(job)
  }

  /// Adds someone.
  public mutating func add(_ person: Person) {
    known[OnFile.key(person.name), default: []].append(people.count)
    if places[person.id] == nil { places[person.id] = people.count }
    note(person.email, people.count)
    people.append(person)
  }

  private mutating func note(_ email: String, _ place: Int) {
    let email = email.lowercased()
    if !email.isEmpty, addresses[email]?.contains(place) != true {
      addresses[email, default: []].append(place)
    }
  }

  /// By what two names of a job are compared.
  static func key(_ parts: String...) -> String {
    parts.map { NameFolding.words($0).joined(separator: " ") }.joined(separator: "\u{1}")
  }

  /// The job of this name: sent on that day, or on a day that one of the two does not say.
  func job(_ key: String, applied: Day?) -> Job? {
    let all = jobs[key] ?? []
    if let applied, let same = all.first(where: { $0.applied.contains(applied.number) }) {
      return same
    }
    return all.last { applied == nil || $0.applied.isEmpty }
  }

  /// The days on which a job of this name that is on file was applied for.
  func applied(_ key: String) -> [Day] {
    (jobs[key] ?? []).filter { !$0.isNew }.flatMap(\.applied).map { Day(number: $0) }
  }

  /// All jobs at a company.
  func jobs(at company: String) -> [Job] {
    (byCompany[OnFile.key(company)] ?? []).flatMap { jobs[$0] ?? [] }.sorted { $0.id < $1.id }
  }

  /// Every job.
  var all: [Job] { jobs.values.flatMap { $0 } }

  /// Adds a job, or puts it in its own place.
  mutating func put(_ job: Job) {
    if let at = jobs[job.key]?.firstIndex(where: { $0.id == job.id }) {
      jobs[job.key]?[at] = job
    } else {
      jobs[job.key, default: []].append(job)
      byCompany[String(job.key.prefix { $0 != "\u{1}" }), default: []].insert(job.key)
    }
  }

  /// Someone of this name at a company, or without one; nil when nobody is.
  func person(_ name: String, at company: String) -> Person? {
    (known[OnFile.key(name)] ?? []).map { people[$0] }.first {
      $0.company.isEmpty || company.isEmpty || NameFolding.isSame($0.company, company)
    }
  }

  /// Puts someone in their own place.
  mutating func put(_ person: Person) {
    guard let at = places[person.id] else { return }
    people[at] = person
    note(person.email, at)
  }

  /// Someone with this address: first whoever is at that company, as a recruiter may be on file at several.
  func person(email: String, at company: String) -> Person? {
    let all = self.people(email: email)
    return all.first { NameFolding.isSame($0.company, company) } ?? all.first
  }

  /// Everyone with this address.
  func people(email: String) -> [Person] {
    let wanted = email.lowercased()
    return (addresses[wanted] ?? []).sorted().map { people[$0] }
      .filter { $0.email.lowercased() == wanted }
  }
}
