package publishers

import (
	"net"
	"net/netip"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestGuardRefusesWhatIsNotThePublicInternet(t *testing.T) {
	for _, address := range []string{
		"127.0.0.1", "127.255.0.9", "0.0.0.0", "0.1.2.3", // loopback, this network
		"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", // private
		"100.64.0.1", "100.127.255.254", // carrier-grade NAT
		"169.254.169.254",                           // metadata
		"192.0.0.8", "198.18.0.1", "198.19.255.255", // assignments, benchmarking
		"192.0.2.1", "198.51.100.7", "203.0.113.9", // documentation
		"224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::2", // unspecified, loopback
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", // IPv4-mapped
		"::127.0.0.1", "::8.8.8.8", // IPv4-compatible, long withdrawn
		"64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::192.168.0.1", // NAT64
		"64:ff9b:1::8.8.8.8", "64:ff9b:1:a00:0:100::", // local NAT64
		"2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::", // 6to4
		"fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
		"2001::1", "2001:2::1", "2001:10::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
	} {
		err := newGuard(nil).check(netip.MustParseAddr(address), false)
		require.Error(t, err, address)
	}
}

func TestGuardLetsThePublicInternetThrough(t *testing.T) {
	for _, address := range []string{
		"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.17.0.1",
		"198.20.0.1", "223.255.255.255", "::ffff:8.8.8.8", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888",
		"64:ff9b::8.8.8.8", "2002:808:808::1",
	} {
		require.NoError(t, newGuard(nil).check(netip.MustParseAddr(address), false), address)
	}
}

func TestGuardAllowsWhatItIsTold(t *testing.T) {
	g := newGuard([]netip.Prefix{
		netip.MustParsePrefix("10.0.0.0/24"), netip.MustParsePrefix("fd00::/8"), netip.MustParsePrefix("fe80::/10"),
	})
	for address, allowed := range map[string]bool{
		"10.0.0.7":            true,
		"::ffff:10.0.0.7":     true, // the same address
		"fd00::7":             true,
		"fe80::1%eth0":        true,
		"10.0.1.7":            false,
		"127.0.0.1":           false,
		"64:ff9b::10.0.0.7":   false, // another network's 10.0.0.7
		"2002:a00:7::":        false,
		"::ffff:10.0.1.7":     false,
		"169.254.169.254":     false,
		"::ffff:169.254.1.1":  false,
		"2001:4860:4860::888": true,
	} {
		err := g.check(netip.MustParseAddr(address), false)
		require.Equal(t, allowed, err == nil, "%s: %v", address, err)
	}
}

func TestGuardKeepsPlainHTTPInsideTheAllowedNetworks(t *testing.T) {
	g := newGuard([]netip.Prefix{netip.MustParsePrefix("192.168.4.0/24")})
	require.NoError(t, g.check(netip.MustParseAddr("192.168.4.4"), true))
	require.Error(t, g.check(netip.MustParseAddr("8.8.8.8"), true))
	require.NoError(t, g.check(netip.MustParseAddr("8.8.8.8"), false))
}

func TestGuardIsARefusalForGoodThatNobodyHeard(t *testing.T) {
	err := newGuard(nil).check(netip.MustParseAddr("10.0.0.1"), false)
	require.ErrorIs(t, err, ErrNotHeard)
	judged := Judge(err)
	require.Equal(t, editorial.Never, judged.Verdict)
	require.Equal(t, "address_refused", judged.Code)
	require.True(t, judged.AddressRefused())
}

func TestGuardIsAskedAfterTheNameWasResolved(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { server.Close() })
	_, port, err := net.SplitHostPort(server.Addr().String())
	require.NoError(t, err)

	dialer := net.Dialer{ControlContext: newGuard(nil).control(false)}
	_, err = dialer.DialContext(t.Context(), "tcp", net.JoinHostPort("localhost", port))
	require.ErrorIs(t, err, ErrNotHeard)
	require.Equal(t, "address_refused", Judge(err).Code)

	_, err = dialer.DialContext(t.Context(), "unix", "/nowhere")
	require.Equal(t, "address_refused", Judge(err).Code, "a socket file is no platform")
}
