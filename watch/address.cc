#include "watch/address.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/ascii.h"
#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

struct UrlCloser {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlCloser>;

// Empty when there is none.
std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK || text == nullptr) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

tl::unexpected<Problem> refused(const char* why, std::string_view text) {
  return failure(ProblemKind::bad_input, why, repaired_utf8(text.substr(0, 200)),
                 "Write the whole address as a browser shows it: https://www.example.org/plans");
}

Result<Address> address_of(CURLU* url, std::string_view given) {
  Address address;
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return refused("not an http or https address", given);
  if (!part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty())
    return refused("an address with a user name or password in it", given);
  address.secure = scheme == "https";
  address.host = lower_ascii(part_of(url, CURLUPART_HOST));
  const std::string port = part_of(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  const std::string query = part_of(url, CURLUPART_QUERY);
  address.path = part_of(url, CURLUPART_PATH);
  if (address.path.empty()) address.path = "/";
  if (!query.empty()) address.path += "?" + query;
  address.origin = scheme + "://" + address.host + (port.empty() ? "" : ":" + port);
  address.text = address.origin + address.path;
  if (address.host.empty()) return refused("an address without a host", given);
  if (address.text.size() > longest_address) return refused("the address is too long", given);
  return address;
}

// As browsers read what stands in a link: without white space around it, tabs and line ends inside.
std::string link_text(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  std::string link(text);
  std::erase_if(link, [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\0'; });
  return link;
}

Result<Address> set_and_read(CURLU* url, std::string_view text) {
  const std::string link = link_text(text);
  if (link.size() > 4 * longest_address) return refused("the address is too long", text);
  if (curl_url_set(url, CURLUPART_URL, link.c_str(), CURLU_URLENCODE) != CURLUE_OK)
    return refused("not an http or https address", text);
  return address_of(url, text);
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const char* hex = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(hex, hex + 2, value, 16).ptr == hex + 2) {
      decoded += static_cast<char>(value);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

// filename="plan.pdf"; the encoded form filename* is left to the address.
std::string_view named_in(std::string_view disposition) {
  const std::size_t at = lower_ascii(disposition).find("filename=");
  if (at == std::string_view::npos) return {};
  std::string_view name = disposition.substr(at + 9);
  if (!name.starts_with('"')) return name.substr(0, name.find_first_of("; "));
  name.remove_prefix(1);
  return name.substr(0, name.find('"'));
}

std::string safe_name(std::string_view name) {
  name.remove_prefix(std::min(name.size(), name.find_last_of("/\\") + 1));
  std::string safe = repaired_utf8(name.substr(0, 200));
  std::erase_if(safe, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
  return safe.find_first_not_of(". ") == std::string::npos ? "" : safe;
}

}  // namespace

Result<Address> parse_address(std::string_view text) {
  const Url url(curl_url());
  return set_and_read(url.get(), text);
}

Result<Address> resolve(const Address& base, std::string_view reference) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), 0) != CURLUE_OK)
    return refused("not an http or https address", base.text);
  return set_and_read(url.get(), reference);
}

std::string file_name_of(const Address& address, std::string_view content_disposition) {
  if (std::string name = safe_name(named_in(content_disposition)); !name.empty()) return name;
  const std::string_view path = std::string_view(address.path).substr(0, address.path.find('?'));
  const std::string name = safe_name(percent_decoded(path.substr(path.rfind('/') + 1)));
  return name.empty() ? address.host : name;
}

}  // namespace planmark
