import Glibc

/// Work that this thread does not wait for, on a thread of its own that ends with it. What it works on, nobody
/// else may touch meanwhile.
final class Aside<Result> {
  private let box = Box<Result>()
  private var thread: pthread_t?

  /// Begins at once. A system that gives no thread has it done before this returns.
  init(_ work: @escaping @Sendable () -> Result) {
    let box = box
    let job = Unmanaged.passRetained(Job { box.put(work()) })
    var thread = pthread_t()
    // Signals are for the thread that has the screen.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let code = pthread_create(
      &thread, nil,
      { @Sendable job in
        if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run() }
        return nil
      }, job.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if code == 0 {
      self.thread = thread
    } else {
      job.takeRetainedValue().run()
    }
  }

  deinit { join() }

  /// What came of it; nil while it goes on.
  var done: Result? { box.result }

  /// Waits for it.
  func wait() -> Result? {
    join()
    return done
  }

  private func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }
}

/// Where the other thread puts its result.
private final class Box<Result>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var it: Result?

  init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func put(_ result: Result) {
    pthread_mutex_lock(mutex)
    it = result
    pthread_mutex_unlock(mutex)
  }

  var result: Result? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return it
  }
}

private final class Job {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}
