import DebriefModel

/// What bringing an archive into a store did, or would do.
public struct MergeReport: Hashable, Sendable {
  /// A thing that is different here and there.
  public struct Conflict: Hashable, Sendable {
    /// What kind of thing.
    public var kind: Entity.Kind
    /// Which one.
    public var id: ID
    /// Whether the archive's version was taken; otherwise ours was kept.
    public var tookTheirs: Bool
  }

  /// Things that were not here.
  public var added: [Entity.Kind: Int] = [:]
  /// Things that are the same here and there.
  public var unchanged: [Entity.Kind: Int] = [:]
  /// Things that were overwritten with the archive's version.
  public var updated: [Entity.Kind: Int] = [:]
  /// Everything that is different here and there, overwritten or not.
  public var conflicts: [Conflict] = []

  /// A report of nothing.
  public init() {}

  /// Whether the store is as it was.
  public var changesNothing: Bool { added.isEmpty && updated.isEmpty }
}
