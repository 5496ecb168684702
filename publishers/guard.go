package publishers

import (
	"context"
	"fmt"
	"net/netip"
	"slices"
	"syscall"

	"parution.dev/editorial"
)

// guard says which addresses may be dialled. It is asked below DNS, about the
// very address a connection is about to be made to: a name that points into
// the house is refused like the number itself, and a name that changes its
// mind between two look-ups gains nothing.
type guard struct {
	allow    []netip.Prefix // reached although private, and by plain http too
	reserved []netip.Prefix
}

func newGuard(allow []netip.Prefix) guard {
	return guard{allow: slices.Clone(allow), reserved: reservedPrefixes()}
}

// control is a net.Dialer's ControlContext. With plain set it lets through
// what the list allows and nothing else, for connections without TLS.
func (g guard) control(plain bool) func(context.Context, string, string, syscall.RawConn) error {
	return func(_ context.Context, network, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil || (network != "tcp4" && network != "tcp6") {
			return refusal(fmt.Sprintf("%s is no way to reach a platform", network))
		}
		return g.check(at.Addr(), plain)
	}
}

func (g guard) check(addr netip.Addr, plain bool) error {
	addr = addr.Unmap().WithZone("")
	switch {
	case within(addr, g.allow):
		return nil
	case plain:
		return refusal("plain http is refused outside the allowed networks; use https")
	case !g.public(addr):
		return refusal(fmt.Sprintf("%s lies in a private or reserved network", addr))
	}
	return nil
}

// public tells whether an address is one of the open Internet. An address that
// carries another one is as public as what it carries.
func (g guard) public(addr netip.Addr) bool {
	if inner, ok := carried(addr); ok {
		return g.public(inner)
	}
	return !within(addr, g.reserved)
}

// carried returns the IPv4 address that NAT64 (RFC 6052, the well-known
// prefix) or 6to4 (RFC 3056) would turn an IPv6 address into.
func carried(addr netip.Addr) (inner netip.Addr, ok bool) {
	if !addr.Is6() {
		return netip.Addr{}, false
	}
	b := addr.As16()
	switch {
	case netip.MustParsePrefix("64:ff9b::/96").Contains(addr):
		return netip.AddrFrom4([4]byte(b[12:16])), true
	case netip.MustParsePrefix("2002::/16").Contains(addr):
		return netip.AddrFrom4([4]byte(b[2:6])), true
	}
	return netip.Addr{}, false
}

// reservedPrefixes are the networks that no platform lives in, after the IANA
// special-purpose registries. Of IPv6 only 2000::/3 is given out as global
// unicast; all else is refused without asking what it is.
func reservedPrefixes() []netip.Prefix {
	var prefixes []netip.Prefix
	for _, text := range []string{
		"0.0.0.0/8",       // this network, and unspecified
		"10.0.0.0/8",      // private
		"100.64.0.0/10",   // carrier-grade NAT
		"127.0.0.0/8",     // loopback
		"169.254.0.0/16",  // link-local, where clouds keep their metadata
		"172.16.0.0/12",   // private
		"192.0.0.0/24",    // protocol assignments
		"192.0.2.0/24",    // documentation
		"192.88.99.0/24",  // 6to4 relays, withdrawn
		"192.168.0.0/16",  // private
		"198.18.0.0/15",   // benchmarking
		"198.51.100.0/24", // documentation
		"203.0.113.0/24",  // documentation
		"224.0.0.0/4",     // multicast
		"240.0.0.0/4",     // reserved, and broadcast
		"::/3",            // loopback, unspecified, IPv4-compatible, 64:ff9b:1::/48, discard
		"4000::/2",        // not given out
		"8000::/1",        // unique local, link-local, site-local, multicast
		"2001::/23",       // protocol assignments: Teredo, benchmarking, ORCHID
		"2001:db8::/32",   // documentation
		"3fff::/20",       // documentation
	} {
		prefixes = append(prefixes, netip.MustParsePrefix(text))
	}
	return prefixes
}

func within(addr netip.Addr, prefixes []netip.Prefix) bool {
	return slices.ContainsFunc(prefixes, func(p netip.Prefix) bool { return p.Contains(addr) })
}

// refusal is a request that was stopped before anything left.
func refusal(message string) *Error {
	return &Error{Verdict: editorial.Never, Code: addressRefused, Message: message, Err: ErrNotHeard}
}

const addressRefused = "address_refused"

// AddressRefused tells whether the guarded client called nobody: the address
// is private, or not https.
func (e *Error) AddressRefused() bool { return e.Code == addressRefused }
