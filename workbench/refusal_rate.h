// How many refusals are noted: in each minute so many of one person or address, and so many of all.
//
// Events are kept for ever, and whoever is refused can be refused again at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace planmark {

class RefusalRate {
 public:
  using Time = std::chrono::steady_clock::time_point;
  struct Limits {
    std::size_t of_one = 10;
    std::size_t of_all = 100;
  };
  enum class Word : std::uint8_t { note, note_last, pass_over };

  RefusalRate() = default;
  explicit RefusalRate(Limits limits) : limits_(limits) {}

  // Whether the next refusal of `who` is noted. From any thread.
  Word next(const std::string& who, Time now) {
    const std::lock_guard lock(mutex_);
    const auto minute = std::chrono::floor<std::chrono::minutes>(now);
    if (minute != minute_) {
      minute_ = minute;
      of_all_ = 0;
      of_each_.clear();
    }
    if (of_all_ == limits_.of_all || of_each_[who] == limits_.of_one) return Word::pass_over;
    ++of_all_;
    return ++of_each_[who] == limits_.of_one || of_all_ == limits_.of_all ? Word::note_last : Word::note;
  }

 private:
  Limits limits_{};
  std::mutex mutex_;
  std::chrono::time_point<std::chrono::steady_clock, std::chrono::minutes> minute_{};
  std::map<std::string, std::size_t> of_each_;
  std::size_t of_all_ = 0;
};

}  // namespace planmark
