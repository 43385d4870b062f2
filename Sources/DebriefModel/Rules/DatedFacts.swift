/// What has days of very many things, until all of them have come: what belongs to one application may
/// lie far apart in a document. It is packed, for of tens of thousands of applications the things
/// themselves would take more memory than all else that is done with them.
public struct DatedFacts {
  private struct Place {
    /// The number of the application, from 0.
    var owner: UInt32
    var start: Int
  }

  private let zone: Zone
  private var packed = Packed()
  private var places: [Place] = []
  private var owners: [ID: UInt32] = [:]
  /// The applications themselves, in the order in which they came.
  private var applications: [Place] = []

  /// - Parameter zone: By whose clock moments are read.
  public init(zone: Zone) { self.zone = zone }

  /// Adds a thing; what has no day to compare is passed over.
  public mutating func add(_ entity: Entity) {
    guard let owner = entity.application else { return }
    let start: Int
    switch entity {
    case .application(let it): start = packed.put(it)
    case .event(let it): start = packed.put(it)
    case .interview(let it): start = packed.put(it)
    case .feedback(let it): start = packed.put(it)
    case .letter(let it): start = packed.put(it)
    default: return
    }
    let next = UInt32(owners.count)
    let number = owners[owner] ?? next
    if number == next { owners[owner] = number }
    let place = Place(owner: number, start: start)
    if entity.kind == .application { applications.append(place) } else { places.append(place) }
  }

  /// Which of the days cannot both be so, or have not come yet, each with its application; for what was
  /// written elsewhere.
  public func doubts(now: Moment) -> [String] {
    let sorted = places.sorted { ($0.owner, $0.start) < ($1.owner, $1.start) }
    var first = [Int](repeating: 0, count: owners.count + 1)
    for place in sorted { first[Int(place.owner) + 1] += 1 }
    for owner in first.indices.dropFirst() { first[owner] += first[owner - 1] }
    return applications.flatMap { place in
      let owner = Int(place.owner)
      return dossier(place, sorted[first[owner]..<first[owner + 1]]).map { doubts(in: $0, now) }
        ?? []
    }
  }

  private func dossier(_ place: Place, _ facts: ArraySlice<Place>) -> Dossier? {
    guard case .application(let it) = packed.entity(at: place.start, ID(""), zone) else {
      return nil
    }
    var dossier = Dossier(it)
    for fact in facts {
      switch packed.entity(at: fact.start, it.id, zone) {
      case .event(let it): dossier.events.append(it)
      case .interview(let it): dossier.interviews.append(it)
      case .feedback(let it): dossier.feedback.append(it)
      case .letter(let it): dossier.letters.append(it)
      default: break
      }
    }
    dossier.sort()
    return dossier
  }

  private func doubts(in dossier: Dossier, _ now: Moment) -> [String] {
    let early = dossier.events.compactMap { event -> String? in
      guard let day = event.known, day > now.day else { return nil }
      return
        "\(event.kind.noun) (\(day.short(today: now.day))) hasn't happened yet. Is the date right?"
    }
    let crossed = DayOrder.conflicts(dossier, now: now).map { $0.sentence(today: now.day) }
    return (early + crossed).map { "\(dossier.application.taken): \($0)" }
  }
}

/// Things as bytes, with no more of each than comparing its days takes.
private struct Packed {
  private var bytes = ByteBlocks()

  private enum Form: UInt8 { case application, event, interview, feedback, letter }

  mutating func put(_ it: Application) -> Int {
    let start = begin(.application, it.id, it.created, it.company, it.role)
    put(it.company)
    put(it.role)
    return start
  }
  mutating func put(_ it: Event) -> Int {
    let start = begin(.event, it.id, it.recorded, it.interview?.text ?? "")
    bytes.add(Event.Kind.allCases.firstIndex(of: it.kind) ?? 0)
    bytes.add(it.placedOn.number)
    bytes.add(it.known == nil ? 1 : 0)
    bytes.add(it.due)
    bytes.add(it.interview == nil ? 0 : 1)
    if let interview = it.interview { put(interview.text) }
    return start
  }
  mutating func put(_ it: Interview) -> Int {
    let start = begin(.interview, it.id, it.recorded)
    bytes.add(it.round)
    bytes.add(it.dayOnly == true ? 1 : 0)
    bytes.add(it.start == nil ? 0 : 1)
    if let start = it.start { bytes.add(start) }
    return start
  }
  mutating func put(_ it: Feedback) -> Int {
    let start = begin(.feedback, it.id, it.recorded, it.from)
    put(it.from)
    bytes.add(it.asked)
    bytes.add(it.received)
    return start
  }
  mutating func put(_ it: Letter) -> Int {
    let start = begin(.letter, it.id, it.recorded, it.kind)
    put(it.kind)
    bytes.add(it.sent)
    bytes.add(it.answered)
    return start
  }

  /// The thing that was put there, as one of an application.
  func entity(at start: Int, _ application: ID, _ zone: Zone) -> Entity? {
    var reader = bytes.reader(at: start)
    func text() -> String { reader.text(reader.number()) }
    guard let form = Form(rawValue: reader.byte()) else { return nil }
    let id = ID(text())
    let recorded = reader.moment(in: zone)
    switch form {
    case .application:
      return .application(
        Application(id: id, created: recorded) {
          $0.company = text()
          $0.role = text()
        })
    case .event:
      let kind = Event.Kind.allCases[reader.number()]
      let on = Day(number: reader.number())
      let isUndated = reader.number() == 1
      return .event(
        Event(id: id, application: application, kind: kind, on: on, recorded: recorded) {
          if isUndated { $0.leaveUndated() }
          $0.due = reader.day()
          if reader.number() == 1 { $0.interview = ID(text()) }
        })
    case .interview:
      return .interview(
        Interview(id: id, application: application, recorded: recorded) {
          $0.round = reader.number()
          if reader.number() == 1 { $0.dayOnly = true }
          if reader.number() == 1 { $0.start = reader.moment(in: zone) }
        })
    case .feedback:
      return .feedback(
        Feedback(id: id, application: application, recorded: recorded) {
          $0.from = text()
          $0.asked = reader.day()
          $0.received = reader.day()
        })
    case .letter:
      let kind = text()
      return .letter(
        Letter(id: id, application: application, kind: kind, recorded: recorded) {
          $0.sent = reader.day()
          $0.answered = reader.day()
        })
    }
  }

  /// Begins a thing that has these texts, and ten numbers at most.
  private mutating func begin(
    _ form: Form, _ id: ID, _ recorded: Moment, _ texts: String...
  ) -> Int {
    let length = texts.reduce(id.text.utf8.count) { $0 + $1.utf8.count }
    let start = bytes.begin(1 + length + 10 * ByteBlocks.number)
    bytes.add(form.rawValue)
    put(id.text)
    bytes.add(recorded)
    return start
  }

  private mutating func put(_ text: String) {
    bytes.add(text.utf8.count)
    bytes.add(text)
  }
}
