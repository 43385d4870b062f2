import DebriefModel
import GRDB

extension Store {
  /// Names of companies and people that occur in a text and belong to no one of this application: its
  /// company, the people there, those it names, and whom they work for. As they stand in the text, in
  /// the order in which they stand. Only what could be a name is looked up, by the indexes of names,
  /// so that it costs the same however many are on file.
  public func foreignNames(in text: String, besides application: ID) throws -> [String] {
    let candidates = NameCandidates(text)
    guard !candidates.starts.isEmpty else { return [] }
    return try read { db in
      let own = try db.ownNames(application)
      var known: [String: NameOwner] = [:]
      var found: [String] = []
      var end = 0
      for start in candidates.starts {
        guard let place = start.first?.place, place.lowerBound >= end else { continue }
        for candidate in start {
          let key = candidate.words.lowercased()
          let owner: NameOwner
          if let before = known[key] {
            owner = before
          } else {
            owner = own.contains(key) ? .own : try db.owner(candidate.words, own)
            known[key] = owner
          }
          if owner == .nobody { continue }
          if owner == .other, !found.contains(candidate.words) { found.append(candidate.words) }
          end = candidate.place.upperBound
          break
        }
      }
      return found
    }
  }

  /// What looks a name up, for the companies of applications, the names of people, and their
  /// companies.
  static let nameQueries = [
    "SELECT company FROM application WHERE company = ? COLLATE NOCASE LIMIT 1",
    "SELECT company FROM person WHERE name = ? COLLATE NOCASE LIMIT 20",
    "SELECT company FROM person WHERE company = ? COLLATE NOCASE LIMIT 1",
  ]
}

/// Whose a name is.
private enum NameOwner { case nobody, own, other }

extension Database {
  /// The names that belong to an application, in lower case.
  fileprivate func ownNames(_ id: ID) throws -> Set<String> {
    var names: Set<String> = []
    guard case .application(let application)? = try load(.application, id) else { return names }
    names.insert(application.company.lowercased())
    var people: Set<ID> = []
    try each("SELECT people FROM interview WHERE application = ?", [.id(id)]) {
      people.formUnion(try $0.ids())
    }
    for (table, column) in [
      ("event", "person"), ("feedback", "person"), ("turn", "person"), ("letter", "\"to\""),
    ] {
      try each(
        "SELECT \(column) FROM \(table) WHERE application = ? AND \(column) IS NOT NULL", [.id(id)]
      ) { people.insert(try $0.id()) }
    }
    for person in people.sorted() {
      guard case .person(let it)? = try load(.person, person) else { continue }
      names.insert(it.name.lowercased())
      names.insert(it.company.lowercased())
    }
    if case .profile(let profile)? = try load(.profile, Profile.id) {
      names.insert(profile.name.lowercased())
    }
    names.remove("")
    return names
  }

  /// Whose name it is. A person at one of the application's own companies is no stranger.
  fileprivate func owner(_ name: String, _ own: Set<String>) throws -> NameOwner {
    for sql in Store.nameQueries {
      var companies: [String] = []
      try each(sql, [.text(name)]) { companies.append(try $0.text().lowercased()) }
      if companies.isEmpty { continue }
      return companies.contains(where: own.contains) ? .own : .other
    }
    return .nobody
  }
}
