#include "review/sampling.h"

#include <charconv>

#include "base/format.h"
#include "base/sha256.h"
#include "review/database.h"
#include "review/setting_store.h"

namespace planmark {
namespace {

// "0.2 SEED"
SampleSetting setting_of(const std::string& value) {
  SampleSetting setting;
  const char* end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, setting.share);
  if (error == std::errc() && rest != end) setting.seed.assign(rest + 1, end);
  return setting;
}

}  // namespace

const char* name_of(Sample sample) {
  return sample == Sample::second_mark ? "second mark" : "before the draft";
}

bool is_chosen(Sample sample, const SampleSetting& setting, const std::string& sha256,
               const std::string& question) {
  const std::string hash =
      sha256_hex(format("{}\n{}\n{}\n{}", name_of(sample), setting.seed, sha256, question));
  std::uint64_t drawn = 0;
  std::from_chars(hash.data(), hash.data() + 16, drawn, 16);
  constexpr double one = static_cast<double>(1ULL << 53);
  return static_cast<double>(drawn >> 11) / one < setting.share;
}

Result<void> set_sample(Workspace& workspace, Sample sample, const SampleSetting& setting,
                        const std::string& why, const Act& by) {
  if (!(setting.share >= 0 && setting.share <= 1))
    return failure(ProblemKind::bad_input, "a share lies between 0 and 1", name_of(sample));
  Transaction change(workspace.database(), Transaction::Kind::write);
  store_setting(change,
                {name_of(sample), format("{} {}", setting.share, setting.seed),
                 format("a share of {}, drawn with the seed \"{}\"", setting.share, setting.seed)},
                why, by);
  return change.commit();
}

Result<std::vector<SampleChange>> sample_changes(const Workspace& workspace, Sample sample) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<SampleChange> changes;
  Statement row = look.prepare("SELECT value, person, at, why FROM setting WHERE name = ? ORDER BY number");
  row.with(name_of(sample));
  while (row.next()) changes.push_back({setting_of(row.text(0)), row.text(1), row.text(2), row.text(3)});
  return look.commit(std::move(changes));
}

Result<SampleSetting> sample_setting(const Workspace& workspace, Sample sample) {
  return sample_changes(workspace, sample).map([](const std::vector<SampleChange>& changes) {
    return changes.empty() ? SampleSetting() : changes.back().setting;
  });
}

}  // namespace planmark
