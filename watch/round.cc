#include "watch/round.h"

#include <limits>
#include <map>
#include <set>
#include <system_error>

#include "base/format.h"
#include "extract/file_kind.h"
#include "extract/read_html.h"
#include "review/workspace.h"
#include "watch/document_links.h"

namespace planmark {
namespace {

using Outcome = Sighting::Outcome;

// What is looked at, and what is expected there.
struct Target {
  Address address;
  std::string page = {};  // that links to it; empty: of the list itself
  Identity given = {};
  bool may_be_page = false;      // a web page here is a publication page
  bool web_page_counts = false;  // a web page here is a document
  bool sure = true;              // a web page here is an error, not a wrong guess
};

Target target_of(const WatchEntry& entry) {
  return {.address = entry.address,
          .given = entry.given,
          .may_be_page = !entry.document,
          .web_page_counts = entry.document};
}

class Round {
 public:
  Round(Workspace& workspace, std::int64_t number, const RoundTools& tools)
      : workspace_(workspace), number_(number), tools_(tools) {}

  Result<void> load() {
    auto before = sightings_before(workspace_, number_);
    if (!before) return tl::unexpected(before.error());
    for (Sighting& sighting : *before) before_.emplace(sighting.address, sighting);
    auto now = sightings_of(workspace_, number_);
    if (!now) return tl::unexpected(now.error());
    for (const Sighting& sighting : *now) pages_by_address_.emplace(sighting.address, sighting.is_page);
    return {};
  }

  Result<void> look_at(const WatchEntry& entry) {
    if (auto seen = look(target_of(entry)); !seen) return seen;
    if (!pages_by_address_[entry.address.text]) return {};
    auto links = links_with_former(entry.address.text);
    if (!links) return tl::unexpected(links.error());
    for (const PageLink& link : *links) {
      auto address = parse_address(link.address);
      if (!address) continue;
      const Target target{
          .address = *address, .page = entry.address.text, .given = entry.given, .sure = link.sure};
      if (auto seen = look(target); !seen) return seen;
    }
    return {};
  }

 private:
  // Those that the page has, then those that it once had.
  Result<std::vector<PageLink>> links_with_former(const std::string& page) const {
    auto links = links_of(workspace_, page);
    if (!links) return links;
    std::set<std::string> linked;
    for (const PageLink& link : *links) linked.insert(link.address);
    for (const auto& [address, sighting] : before_)
      if (sighting.page == page && !linked.contains(address)) links->push_back({address, !sighting.is_page});
    return links;
  }

  // Errors: interrupted and storage alone.
  Result<void> look(const Target& target) {
    const std::string& address = target.address.text;
    if (pages_by_address_.contains(address)) return {};
    tools_.tell(address);
    auto visit = tools_.visitor.visit(target.address, known_of(address));
    if (!visit && visit.error().kind == ProblemKind::interrupted) return tl::unexpected(visit.error());
    Sighting sighting{.round = number_, .at = tools_.now(), .address = address, .page = target.page};
    auto kept = visit ? keep(target, *visit, sighting) : keep_unseen(sighting, visit.error().what);
    pages_by_address_.emplace(address, sighting.is_page);
    return kept;
  }

  const Sighting* before(const std::string& address) const {
    const auto found = before_.find(address);
    return found == before_.end() ? nullptr : &found->second;
  }

  // Without what was had there is nothing that can be unchanged.
  Known known_of(const std::string& address) const {
    const Sighting* last = before(address);
    if (last == nullptr || last->outcome != Outcome::present) return {};
    std::error_code error;
    const bool had = last->is_page || std::filesystem::exists(workspace_.kept_file(last->sha256), error);
    return had ? Known{last->answered, last->etag, last->modified} : Known{};
  }

  Result<void> keep_unseen(Sighting& sighting, const std::string& why) {
    sighting.outcome = Outcome::not_looked;
    sighting.problem = why;
    const Sighting* last = before(sighting.address);
    sighting.is_page = last != nullptr && last->is_page;
    return record_sighting(workspace_, sighting);
  }

  Result<void> keep(const Target& target, const Visit& visit, Sighting& sighting) {
    const FetchReply& reply = visit.reply;
    sighting.answered = visit.answered;
    sighting.location = visit.location;
    sighting.etag = reply.etag;
    sighting.modified = reply.modified;
    if (reply.status == 404 || reply.status == 410) return keep_gone(sighting);
    if (reply.status == 304) return keep_unchanged(sighting);
    if (reply.status != 200) return keep_unseen(sighting, format("the server answered {}", reply.status));
    if (reply.bytes.empty()) return keep_unseen(sighting, "the answer is empty");
    return keep_content(target, visit, sighting);
  }

  Result<void> keep_gone(Sighting& sighting) {
    sighting.outcome = Outcome::gone;
    if (const Sighting* last = before(sighting.address)) {
      sighting.is_page = last->is_page;
      sighting.sha256 = last->sha256;
    }
    return record_sighting(workspace_, sighting);
  }

  Result<void> keep_unchanged(Sighting& sighting) {
    const Sighting* last = before(sighting.address);
    if (last == nullptr) return keep_unseen(sighting, "the server answered 304 to what was not asked");
    sighting.is_page = last->is_page;
    sighting.sha256 = last->sha256;
    if (sighting.etag.empty()) sighting.etag = last->etag;
    if (sighting.modified.empty()) sighting.modified = last->modified;
    return record_sighting(workspace_, sighting);
  }

  Result<void> keep_content(const Target& target, const Visit& visit, Sighting& sighting) {
    const std::string& bytes = visit.reply.bytes;
    const FileKind kind = file_kind(bytes);
    if (kind == FileKind::web_page && target.may_be_page) return keep_page(visit, sighting);
    if (kind == FileKind::web_page && !target.web_page_counts) {
      if (target.sure) return keep_unseen(sighting, "a web page came instead of the document");
      sighting.is_page = true;  // a link that only looked like one to a document
      return record_sighting(workspace_, sighting);
    }
    if (kind == FileKind::other) {
      const std::string hint = foreign_kind(bytes);
      return keep_unseen(sighting, "not a document that can be read" + (hint.empty() ? "" : ": " + hint));
    }
    const std::string name = file_name_of(target.address, visit.reply.content_disposition);
    return record_document(workspace_, sighting, bytes, name, identity_of(target));
  }

  Result<void> keep_page(const Visit& visit, Sighting& sighting) {
    auto at = parse_address(visit.answered);
    auto tree = parse_html(visit.reply.bytes);
    if (!at || !tree) return keep_unseen(sighting, tree ? at.error().what : tree.error().what);
    std::vector<PageLink> links;
    for (const DocumentLink& link : document_links(*tree, *at)) links.push_back({link.address, link.sure});
    sighting.is_page = true;
    return record_page(workspace_, sighting, links);
  }

  // What replaces a document at its address may be another edition: it is asked itself.
  Identity identity_of(const Target& target) const {
    Identity given = target.given;
    if (before(target.address.text) != nullptr) given.edition.clear();
    given = tools_.settled(given);
    given.url = target.address.text;
    return given;
  }

  Workspace& workspace_;
  std::int64_t number_;
  const RoundTools& tools_;
  std::map<std::string, Sighting> before_;        // by address
  std::map<std::string, bool> pages_by_address_;  // what this round has looked at: whether it is a page
};

}  // namespace

Result<void> look_at_all(Workspace& workspace, const std::vector<WatchEntry>& list, const WatchRound& round,
                         const RoundTools& tools) {
  Round at_work(workspace, round.number, tools);
  if (auto loaded = at_work.load(); !loaded) return loaded;
  for (const WatchEntry& entry : list)
    if (auto looked = at_work.look_at(entry); !looked) return looked;
  return {};
}

Result<std::vector<std::string>> addresses_to_look_at(const Workspace& workspace,
                                                      const std::vector<WatchEntry>& list) {
  auto before = sightings_before(workspace, std::numeric_limits<std::int64_t>::max());
  if (!before) return tl::unexpected(before.error());
  std::vector<std::string> addresses;
  std::set<std::string> named;
  const auto add = [&](const std::string& address) {
    if (named.insert(address).second) addresses.push_back(address);
  };
  for (const WatchEntry& entry : list) {
    add(entry.address.text);
    auto links = links_of(workspace, entry.address.text);
    if (!links) return tl::unexpected(links.error());
    for (const PageLink& link : *links) add(link.address);
    for (const Sighting& sighting : *before)
      if (sighting.page == entry.address.text) add(sighting.address);
  }
  return addresses;
}

}  // namespace planmark
