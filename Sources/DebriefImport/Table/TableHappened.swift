import DebriefModel

// What a row says happened, with the days it has for it.
extension TableReading {
  /// Adds what a row says happened, and its rounds.
  mutating func add(
    _ told: Told, _ person: ID?, to job: inout OnFile.Job, _ entities: inout [Entity],
    _ said: inout [(day: Day, words: String)]
  ) {
    let rounds = told.rounds.sorted { $0.time.start < $1.time.start }
    let past = (Array(told.days.values) + rounds.map(\.time.start.day)).filter { $0 <= now.day }
    let last = past.max() ?? now.day
    // What has no day of its own stands where it came among the others, and says none.
    func event(
      _ kind: Event.Kind, on known: Day?, else stand: Day,
      _ fill: (inout Event) -> Void = { _ in }
    ) {
      guard !job.has(kind) else { return }
      job.add(kind, on: known)
      let day = known ?? stand
      let id = StableID.of("event", job.id.text, kind.rawValue, day.description)
      // Of what shares a day, what was written down last holds: a yes follows the offer.
      let place = TableReading.order.firstIndex(of: kind) ?? 0
      var event = Event(
        id: id, application: job.id, kind: kind, on: day,
        recorded: now.adding(seconds: place - TableReading.order.count), fill)
      if known == nil { event.leaveUndated() }
      entities.append(.event(event))
      let when = known.map { $0.short(today: now.day) } ?? "without a date"
      said.append((day, "\(kind.label) \(when)"))
    }
    let dated: [(Event.Kind, ImportColumn)] = [
      (.applied, .applied), (.offered, .offered), (.refused, .refused), (.withdrew, .withdrew),
      (.accepted, .accepted),
    ]
    var isUndated = false
    defer {
      if isUndated { undated = (undated.count + 1, undated.count == 0 ? line : undated.line) }
    }
    let means = told.ticked.union(told.means)
    // What came first is said first.
    for kind in TableReading.order where kind != .held {
      let column = dated.first { $0.0 == kind }?.1
      let own = column.flatMap { told.days[$0] }
      guard own != nil || means.contains(kind) else { continue }
      // A round that is on file or in the row says more than that there was to be one.
      if kind == .invited, !rounds.isEmpty || !job.rounds.isEmpty { continue }
      // An end that is known another way is not said twice.
      if own == nil, kind.isEnd, told.days[.refused] != nil || told.days[.withdrew] != nil,
        !means.contains(kind)
      {
        continue
      }
      // The last news is what came last: what came before it was on a day of its own.
      let known = own ?? (kind == lastKind(means, told) ? told.days[.changed] : nil)
      if known == nil, !job.has(kind) { isUndated = true }
      event(kind, on: known, else: (kind == .applied ? past.min() : nil) ?? last) {
        if kind == .applied { $0.person = person }
      }
    }
    add(rounds, to: &job, &entities, &said)
    if told.means.contains(.held), job.rounds.isEmpty, !job.has(.held) {
      let id = StableID.of("interview", job.id.text, "held")
      entities.append(.interview(Interview(id: id, application: job.id, recorded: now)))
      job.rounds.append(nil)
      // Its round has no day, which says that this one is none of its own.
      job.add(.held, on: nil)
      let day = told.days[.changed] ?? last
      let held = StableID.of("event", job.id.text, Event.Kind.held.rawValue, day.description)
      entities.append(
        .event(
          Event(id: held, application: job.id, kind: .held, on: day, recorded: now) {
            $0.interview = id
          }))
      said.append((day, "\(Event.Kind.held.label) without a date"))
    }
  }

  /// What a row says came last, so far as a day of news could be its own.
  private func lastKind(_ means: Set<Event.Kind>, _ told: Told) -> Event.Kind? {
    TableReading.order.last { means.contains($0) && $0 != .applied }
  }

  private func add(
    _ rounds: [(kind: Interview.Kind, time: TalkTime)], to job: inout OnFile.Job,
    _ entities: inout [Entity], _ said: inout [(day: Day, words: String)]
  ) {
    for (kind, time) in rounds where !job.rounds.contains(time.start.day.number) {
      job.rounds.append(time.start.day.number)
      let id = StableID.of("interview", job.id.text, time.start.day.description)
      entities.append(
        .interview(
          Interview(id: id, application: job.id, recorded: now) {
            $0.round = job.rounds.count
            $0.kind = kind
            $0.start = time.start
            $0.dayOnly = time.dayOnly ? true : nil
          }))
      let clock = time.dayOnly ? "" : ", \(time.start.time)"
      let day = time.start.day
      said.append((day, "interview \(day.short(today: now.day))\(clock)"))
    }
  }

  /// The order in which things happen.
  static let order: [Event.Kind] = [
    .applied, .acknowledged, .invited, .held, .offered, .refused, .silent, .withdrew, .accepted,
    .declined,
  ]
}

extension Event.Kind {
  /// Whether it ends an application.
  var isEnd: Bool {
    switch self {
    case .refused, .silent, .withdrew, .accepted, .declined: true
    default: false
    }
  }
}
