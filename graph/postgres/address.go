package postgres

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// ErrAddress is the error of an address that is none.
var ErrAddress = errors.New("not the address of a database: want postgres://USER@HOST:PORT/DATABASE")

// IsAddress tells whether name is meant as the address of a database in PostgreSQL.
func IsAddress(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// connectTimeout is how many seconds a server may take to answer, unless the address
// or PGCONNECT_TIMEOUT says otherwise.
const connectTimeout = "10"

// poolConfig returns how to connect to the address.
func poolConfig(address string) (*pgxpool.Config, error) {
	if !IsAddress(address) {
		return nil, ErrAddress
	}
	set := func(parameter string) bool { return strings.Contains(address, parameter+"=") }
	full := address
	if !set("connect_timeout") && os.Getenv("PGCONNECT_TIMEOUT") == "" {
		separator := "?"
		if strings.Contains(address, "?") {
			separator = "&"
		}
		full += separator + "connect_timeout=" + connectTimeout
	}
	config, err := pgxpool.ParseConfig(full)
	if err != nil {
		return nil, addressError(address, err)
	}
	if !set("default_query_exec_mode") {
		// Without prepared statements, which poolers of connections do not pass on,
		// and which cost a command that asks once.
		config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec
	}
	if !set("pool_max_conns") {
		config.MaxConns = maxConnections
	}
	if config.ConnConfig.RuntimeParams["application_name"] == "" {
		config.ConnConfig.RuntimeParams["application_name"] = "cncfgraph"
	}
	return config, nil
}

// maxConnections is how many connections one DB holds at most: servers allow few.
const maxConnections = 4

// addressError returns the error of an address that the driver does not take, with
// its reason where that does not repeat a password.
func addressError(address string, err error) error {
	var parse *pgconn.ParseConfigError
	u, unclear := url.Parse(address)
	if unclear != nil || !errors.As(err, &parse) || parse.Unwrap() == nil {
		return ErrAddress
	}
	password, _ := u.User.Password()
	for _, secret := range []string{password, u.Query().Get("password"), u.Query().Get("sslpassword")} {
		if secret != "" && strings.Contains(parse.Unwrap().Error(), secret) {
			return ErrAddress
		}
	}
	return fmt.Errorf("%w: %w", ErrAddress, parse.Unwrap())
}

// addressName returns the address that the config leads to, without the password.
func addressName(config *pgx.ConnConfig) string {
	u := url.URL{Scheme: "postgres", User: url.User(config.User), Path: "/" + config.Database}
	if filepath.IsAbs(config.Host) {
		u.RawQuery = "host=" + config.Host // a socket
	} else {
		u.Host = net.JoinHostPort(config.Host, strconv.Itoa(int(config.Port)))
	}
	return u.String()
}
