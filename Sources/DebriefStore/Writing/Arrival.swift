import DebriefModel

extension Store {
  /// A thing on its way into a store, with all about it that can be worked out without the store: any
  /// thread may make it, while another one writes.
  public struct Arrival: Sendable {
    /// The thing.
    public let entity: Entity
    /// Why its dates cannot be stored; nil when they can.
    let dateFault: String?
    /// What its columns hold.
    let values: [Binding]
    /// By what it is known again when it comes twice.
    let digest: UInt32
    /// By what it is known again in the journal.
    let fingerprint: String
    /// What a search finds of it.
    let passage: (title: String, body: String)?

    /// What it takes the place of; nil where it only comes in if nothing of its name is there.
    let old: Entity?

    /// - Parameter old: What it takes the place of, as long as that is still as it was.
    public init(_ entity: Entity, replacing old: Entity? = nil) {
      self.entity = entity
      self.old = old
      dateFault = entity.dateFault
      values = dateFault == nil ? entity.values : []
      digest = UInt32(truncatingIfNeeded: values.hashValue)
      fingerprint = Fingerprint.of(entity.kind.columns, values)
      passage = entity.passageOrBlank
    }

    /// About how many bytes it takes in memory.
    public var weight: Int {
      values.reduce(into: 512) { sum, value in
        if case .text(let text) = value { sum += 3 * text.utf8.count }
      }
    }
  }
}
