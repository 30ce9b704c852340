#include "analyze/post_holder.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analyze/lead_table.h"

namespace planmark {
namespace {

constexpr std::size_t longest_post_line = 16;  // tokens of a post that stands on a line of its own

constexpr std::array<std::string_view, 8> not_of_the_title = {"interim", "acting", "icb", "joint",
                                                              "group",   "the",    "our", "substantive"};

std::vector<std::string> words_of_title(std::string_view title) {
  std::vector<std::string> words(1);
  for (const char c : title) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '&')
      words.back() += "and";
    else if ((u | 0x20U) >= 'a' && (u | 0x20U) <= 'z')
      words.back() += static_cast<char>(u | 0x20U);
    else if (u >= 0x80 || c == '\'')
      continue;
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) {
    return word.empty() ||
           std::find(not_of_the_title.begin(), not_of_the_title.end(), word) != not_of_the_title.end();
  });
  if (words.size() > 1 && words.front() == "executive") words.erase(words.begin());
  return words;
}

// A signature: the name on one line, the post on the next.
void put_name_in_front(LeadText& post, const LeadMarker& marker, std::uint32_t sentence) {
  const LeadLine line(post);
  const bool alone = line.size() > 0 && line.size() <= longest_post_line && line.is_post_at(0);
  if (!alone || post.first_mark(LeadMark::person) != nullptr || sentence == 0) return;
  LeadText above = marker.read(sentence - 1);
  const LeadLine above_line(above);
  if (above_line.size() != 1 || !above_line.is(0, LeadMark::person)) return;
  above.append(", ");
  above.append(post);
  post = above;
}

}  // namespace

std::vector<PostHolder> find_post_holders(const LeadMarker& marker) {
  std::vector<PostHolder> found;
  for (std::uint32_t i = 0; i < marker.inputs().sentences.size(); ++i) {
    if (!marker.is_read(i) || !marker.has_post(i)) continue;
    if (marker.is_row(i)) {
      for (const Holder& holder : read_row_holders(marker, i))
        if (holder.post && !holder.elsewhere) found.push_back({holder, i, true});
      continue;
    }
    LeadText text = marker.read(i);
    put_name_in_front(text, marker, i);
    const LeadLine line(text);
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (!line.is_post_at(at)) continue;
      const Holder holder = holder_beside(line, at);
      const bool tells = holder.person || holder.presence != Presence::present;
      if (holder.post && tells && !holder.elsewhere) found.push_back({holder, i, false});
    }
  }
  return found;
}

bool is_same_post(const Mark& a, const Mark& b, const DraftInputs& inputs) {
  if (a.kind != b.kind) return false;
  if (a.family != none && a.family == b.family) return true;
  std::vector<std::string> one = words_of_title(slice(inputs.document.text, a.printed));
  std::vector<std::string> other = words_of_title(slice(inputs.document.text, b.printed));
  if (one.size() > other.size()) std::swap(one, other);
  if (one.size() < 2) return one == other && !one.empty();
  return std::equal(one.begin(), one.end(), other.begin());
}

}  // namespace planmark
