extension Entity {
  private struct Merge: NounVisitor {
    let base: Entity
    let theirs: Entity
    func visit<N: Noun>(_ ours: N) -> (Entity, [Meeting]) {
      guard let base = base.noun as? N, let theirs = theirs.noun as? N else {
        return (ours.entity, [])
      }
      let (merged, meetings) = N.shape.merge(base: base, ours: ours, theirs: theirs)
      return (merged.entity, meetings)
    }
  }

  /// Lays what we changed (`base` to `ours`) over what is there (`theirs`). When both changed the
  /// same words, both are kept; of anything else ours stands. What both changed is told.
  public static func merge(base: Entity, ours: Entity, theirs: Entity) -> (Entity, [Meeting]) {
    ours.visit(Merge(base: base, theirs: theirs))
  }
}
